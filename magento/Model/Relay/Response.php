<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

/**
 * The response to the shopper's browser.
 */
class Response
{
    /**
     * @param int $status
     * @param string $body
     * @param string|null $retryAfter the value of the header: seconds or a date
     */
    public function __construct(
        public readonly int $status,
        public readonly string $body,
        public readonly ?string $retryAfter = null
    ) {
    }
}
