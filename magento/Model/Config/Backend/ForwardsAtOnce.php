<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * The maximum number of subscriptions that wait for Klaviyo at the same time.
 */
class ForwardsAtOnce extends CheckedValue
{
    /**
     * Each waiting request occupies a PHP process, and few servers have more than a few dozen.
     */
    public const MAXIMUM = 20;

    /**
     * Reject everything that is not a whole number from 1 to the maximum.
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
