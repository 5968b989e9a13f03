<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * How many sign-ups of one address are passed on in a minute.
 */
class RequestsPerMinute extends CheckedValue
{
    /**
     * More of them would be no limit.
     */
    public const MAXIMUM = 600;

    /**
     * Refuses what is no whole number, none at all, and so many that there would be no limit.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return preg_match('/^[1-9]\d{0,2}$/D', $value) === 1 && (int) $value <= self::MAXIMUM
            ? null
            : __('Write a whole number from 1 to %1 as the number of sign-ups per minute.', self::MAXIMUM);
    }
}
