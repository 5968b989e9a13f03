<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

/**
 * Judges e-mail addresses.
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
