<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\App\CacheInterface;
use Psr\Log\LoggerInterface;

/**
 * Stores, for the log and the admin, that the server sees the address of a proxy instead of those of shoppers.
 */
class ProxyNotice
{
    private const CACHE_KEY = 'back_in_stock_proxy_notice';

    /**
     * Seconds. The notice disappears a day after the last such request.
     */
    private const LIFETIME = 86400;

    /**
     * @param CacheInterface $cache
     * @param LoggerInterface $logger
     */
    public function __construct(private readonly CacheInterface $cache, private readonly LoggerInterface $logger)
    {
    }

    /**
     * Store that a request came from a private address, without an X-Forwarded-For header that helps.
     *
     * The module logs this once a day. It does not log the address.
     *
     * @return void
     */
    public function raise(): void
    {
        if ($this->isRaised()) {
            return;
        }
        $this->cache->save('1', self::CACHE_KEY, [], self::LIFETIME);
        $this->logger->warning(
            'Back in stock: sign-ups come from a private network address, that of a proxy in front of the shop. '
            . 'All shoppers share it, so the limit "Sign-ups per Minute and Address" has no effect. Configure the '
            . 'proxy to send X-Forwarded-For, or the web server to restore the address of the shopper.'
        );
    }

    /**
     * Check whether there was such a request within the last day.
     *
     * @return bool
     */
    public function isRaised(): bool
    {
        return (bool) $this->cache->load(self::CACHE_KEY);
    }
}
