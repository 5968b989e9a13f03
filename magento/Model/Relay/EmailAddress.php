<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

/**
 * Cleans and judges e-mail addresses.
 */
class EmailAddress
{
    private const LONGEST = 254;

    /**
     * One @, something before it and a name with a dot after it, nothing in which a second address or line could hide.
     *
     * The widget is stricter (src/validation/subscription.ts), and has to be: what it lets through is for Klaviyo to
     * judge, in any alphabet.
     */
    private const PATTERN = '/^' . self::CHARACTERS . '@' . self::CHARACTERS . '\.' . self::CHARACTERS . '$/uD';

    private const CHARACTERS = '[^\p{Z}\p{Cc}@"(),:;<>[\]\\\\]+';

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
        return mb_strlen($text, 'UTF-8') <= self::LONGEST && preg_match(self::PATTERN, $text) === 1;
    }
}
