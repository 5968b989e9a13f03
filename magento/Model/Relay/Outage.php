<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\App\CacheInterface;
use Magento\Framework\Stdlib\DateTime\DateTime;

/**
 * Stores in the cache that Klaviyo is down, so that not every request has to wait for a timeout.
 */
class Outage
{
    /**
     * The cache entry: the end of the pause, as a Unix timestamp.
     */
    private const CACHE_KEY = 'back_in_stock_outage';

    /**
     * Seconds during which no request is sent.
     */
    private const PAUSE = 30;

    /**
     * Seconds after the pause during which requests are sent one at a time, until Klaviyo answers.
     */
    private const PROBATION = 600;

    /**
     * @param CacheInterface $cache
     * @param DateTime $clock
     */
    public function __construct(private readonly CacheInterface $cache, private readonly DateTime $clock)
    {
    }

    /**
     * Get the seconds until the end of the pause. Return 0 after the pause, and null if there is no outage.
     *
     * @return int|null
     */
    public function getRetryAfter(): ?int
    {
        $until = (int) $this->cache->load(self::CACHE_KEY);
        if ($until === 0) {
            return null;
        }
        // Never longer than a pause, even if the clock was set back.
        return max(0, min($until - (int) $this->clock->gmtTimestamp(), self::PAUSE));
    }

    /**
     * Begin a pause, because Klaviyo did not answer or returned a server error.
     *
     * @return void
     */
    public function begin(): void
    {
        $until = (int) $this->clock->gmtTimestamp() + self::PAUSE;
        $this->cache->save((string) $until, self::CACHE_KEY, [], self::PAUSE + self::PROBATION);
    }

    /**
     * End the outage, because Klaviyo has answered. A response that arrives during the pause does not end it: its
     * request was sent before the pause.
     *
     * @return void
     */
    public function end(): void
    {
        if ($this->getRetryAfter() === 0) {
            $this->cache->remove(self::CACHE_KEY);
        }
    }
}
