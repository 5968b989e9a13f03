<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

/**
 * Cleans and judges e-mail addresses.
 */
class EmailAddress
{
    /**
     * Counted as browsers do, to which a character beyond U+FFFF is two.
     */
    private const LONGEST = 254;

    /**
     * The rule of the widget (src/validation/subscription.ts): one @, nothing in which a second address or line could
     * hide, no doubled or outer dots, a domain with a top-level domain. Any alphabet passes.
     *
     * test/support/typed-addresses.json holds both to it.
     */
    private const PATTERN = '/^(?!\.|.*(?:\.[.@]|@-))[^\p{Z}\p{Cc}\x{FEFF}@"(),:;<>[\]\\\\]+'
        . '@(?:' . self::OF_DOMAINS . '+\.)+' . self::LETTER . self::OF_DOMAINS . '+$/uD';

    /**
     * What this PHP's Unicode does not know yet may be a letter to the shopper's browser.
     */
    private const LETTER = '[\p{L}\p{Cn}]';

    private const OF_DOMAINS = '[\p{L}\p{Cn}\p{M}\p{N}-]';

    /**
     * What comes along when an address is pasted, and nobody sees. The joiners U+200C and U+200D stay.
     *
     * The widget has the same list (src/validation/subscription.ts), and test/support/typed-addresses.json holds both
     * to it.
     */
    private const UNSEEN = '/[\x{A0}\x{AD}\x{61C}\x{180E}\x{2007}\x{200B}\x{200E}\x{200F}\x{202A}-\x{202F}'
        . '\x{2060}-\x{206F}\x{FEFF}]/u';

    /**
     * Blanks around it, of every kind that a browser trims.
     */
    private const OUTER_BLANKS = '/^[\t-\r\p{Z}]+|[\t-\r\p{Z}]+$/uD';

    /**
     * The address as it is sent. What is no text in UTF-8 stays as it is, and is no address.
     *
     * @param string $text
     * @return string
     */
    public function clean(string $text): string
    {
        return preg_replace([self::UNSEEN, self::OUTER_BLANKS], '', $text) ?? $text;
    }

    /**
     * Whether this may be an address, and a single one.
     *
     * @param string $text
     * @return bool
     */
    public function isPlausible(string $text): bool
    {
        if (!mb_check_encoding($text, 'UTF-8')) {
            return false;
        }
        $length = strlen((string) mb_convert_encoding($text, 'UTF-16LE', 'UTF-8')) / 2;
        return $length <= self::LONGEST && preg_match(self::PATTERN, $text) === 1;
    }
}
