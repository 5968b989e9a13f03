<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * The maximum number of requests from one network address in a minute.
 */
class RequestsPerMinute extends CheckedValue
{
    /**
     * A higher number would not limit anything.
     */
    public const MAXIMUM = 600;

    /**
     * Reject everything that is not a whole number from 1 to the maximum.
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
