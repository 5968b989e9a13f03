<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * How long the shopper's browser remembers what the shopper has asked for, in days.
 */
class RememberDays extends CheckedValue
{
    /**
     * The widget accepts no higher number.
     */
    public const MAXIMUM = 365;

    /**
     * Check whether a text is a whole number from 0 to the maximum.
     *
     * @param string $value
     * @return bool
     */
    public static function isValid(string $value): bool
    {
        return preg_match('/^(0|[1-9]\d{0,2})$/D', $value) === 1 && (int) $value <= self::MAXIMUM;
    }

    /**
     * Reject values that the widget does not support.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return self::isValid($value)
            ? null
            : __('Write a whole number from 0 to %1 as the number of days.', self::MAXIMUM);
    }
}
