<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

/**
 * A slot for a request to Klaviyo.
 */
class Slot
{
    /**
     * @param string $cacheKey
     * @param string $content of the cache entry; another content means that another request has taken the slot
     */
    public function __construct(public readonly string $cacheKey, public readonly string $content)
    {
    }
}
