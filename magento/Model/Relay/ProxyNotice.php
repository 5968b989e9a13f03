<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\App\CacheInterface;
use Psr\Log\LoggerInterface;

/**
 * Remembers that shoppers cannot be told apart, for the log and for the admin.
 */
class ProxyNotice
{
    private const ENTRY = 'back_in_stock_proxy_notice';

    /**
     * Seconds: a day after it was mended, nobody speaks of it any more.
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
     * A request came from a private address, and did not say for whom. It is logged once a day; the address is not.
     *
     * @return void
     */
    public function raise(): void
    {
        if ($this->isRaised()) {
            return;
        }
        $this->cache->save('1', self::ENTRY, [], self::LIFETIME);
        $this->logger->warning(
            'Back in stock: sign-ups come from a private network address, that of a proxy in front of the shop. '
            . 'Shoppers cannot be told apart, and "Sign-ups per Minute and Address" has no effect. Let the proxy send '
            . 'X-Forwarded-For, or the web server restore the address of the shopper.'
        );
    }

    /**
     * Whether that was so within a day.
     *
     * @return bool
     */
    public function isRaised(): bool
    {
        return (bool) $this->cache->load(self::ENTRY);
    }
}
