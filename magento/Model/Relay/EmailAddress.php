<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

/**
 * Cleans and checks e-mail addresses.
 */
class EmailAddress
{
    /**
     * In UTF-16 code units, as browsers count them.
     */
    private const MAXIMUM_LENGTH = 254;

    /**
     * The rule of the widget (src/validation/subscription.ts): one @; no characters that separate addresses or lines;
     * no dot at the beginning or end, and no two dots in a row; a top-level domain. Every alphabet is allowed.
     *
     * The examples in test/support/typed-addresses.json test both rules.
     */
    private const PATTERN = '/^(?!\.|.*(?:\.[.@]|@-))[^\p{Z}\p{Cc}\x{FEFF}@"(),:;<>[\]\\\\]+'
        . '@(?:' . self::DOMAIN_CHARACTER . '+\.)+' . self::LETTER . self::DOMAIN_CHARACTER . '+$/uD';

    /**
     * A letter. A code point without a category in PHP's version of Unicode may be a letter in the browser's version.
     */
    private const LETTER = '[\p{L}\p{Cn}]';

    private const DOMAIN_CHARACTER = '[\p{L}\p{Cn}\p{M}\p{N}-]';

    /**
     * Invisible characters that are pasted with an address. The joiners U+200C and U+200D are kept.
     *
     * The widget has the same list (src/validation/subscription.ts). The examples in
     * test/support/typed-addresses.json test both.
     */
    private const INVISIBLE = '/[\x{A0}\x{AD}\x{61C}\x{180E}\x{2007}\x{200B}\x{200E}\x{200F}\x{202A}-\x{202F}'
        . '\x{2060}-\x{206F}\x{FEFF}]/u';

    /**
     * All whitespace that a browser trims.
     */
    private const OUTER_WHITESPACE = '/^[\t-\r\p{Z}]+|[\t-\r\p{Z}]+$/uD';

    /**
     * Clean the address before it is sent. Return an invalid UTF-8 text unchanged; isPlausible() rejects it.
     *
     * @param string $text
     * @return string
     */
    public function clean(string $text): string
    {
        return preg_replace([self::INVISIBLE, self::OUTER_WHITESPACE], '', $text) ?? $text;
    }

    /**
     * Check whether the text can be one e-mail address.
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
        return $length <= self::MAXIMUM_LENGTH && preg_match(self::PATTERN, $text) === 1;
    }
}
