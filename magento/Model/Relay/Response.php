<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

/**
 * What goes back to the shopper's browser.
 */
class Response
{
    /**
     * @param int $status
     * @param string $body
     * @param string|null $retryAfter seconds or a date, as in the header of that name
     */
    public function __construct(
        public readonly int $status,
        public readonly string $body,
        public readonly ?string $retryAfter = null
    ) {
    }
}
