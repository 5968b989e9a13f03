<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

/**
 * A place among those who wait for Klaviyo.
 */
class Slot
{
    /**
     * @param string $place its entry in the cache
     * @param string $mark what stands in the entry as long as the place was not given to somebody else
     */
    public function __construct(public readonly string $place, public readonly string $mark)
    {
    }
}
