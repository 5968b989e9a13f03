<?php

declare(strict_types=1);

namespace Magento\Framework\Stdlib\DateTime;

/**
 * The clock, which a test can set.
 */
class DateTime
{
    public ?int $now = null;

    public function gmtTimestamp($input = null): string|int
    {
        return $this->now ?? gmdate('U');
    }
}
