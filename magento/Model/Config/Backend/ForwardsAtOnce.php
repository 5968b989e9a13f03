<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * How many sign-ups may wait for Klaviyo at the same time.
 */
class ForwardsAtOnce extends CheckedValue
{
    /**
     * Each of them occupies a PHP process, and few servers have more than some dozens.
     */
    public const MAXIMUM = 20;

    /**
     * Refuses what is no whole number, none at all, and so many that there would be no limit.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return preg_match('/^[1-9]\d?$/D', $value) === 1 && (int) $value <= self::MAXIMUM
            ? null
            : __('Write a whole number from 1 to %1 as the number of sign-ups at once.', self::MAXIMUM);
    }
}
