<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\App\CacheInterface;
use Magento\Framework\Stdlib\DateTime\DateTime;

/**
 * Remembers that Klaviyo was in trouble, so that not every request finds that out by waiting for it.
 */
class Outage
{
    /**
     * In the cache: until when Klaviyo is left alone, as a Unix time.
     */
    private const MARK = 'back_in_stock_outage';

    /**
     * Seconds for which nobody asks.
     */
    private const PAUSE = 30;

    /**
     * Seconds after the pause for which the mark stays: as long as it is there, requests go one at a time.
     */
    private const DOUBT = 600;

    /**
     * @param CacheInterface $cache
     * @param DateTime $clock
     */
    public function __construct(private readonly CacheInterface $cache, private readonly DateTime $clock)
    {
    }

    /**
     * How many seconds Klaviyo is left alone for; 0 when it may be asked, null when there is no doubt about it.
     *
     * @return int|null
     */
    public function getRetryAfter(): ?int
    {
        $until = (int) $this->cache->load(self::MARK);
        if ($until === 0) {
            return null;
        }
        // Never longer than a pause, even if the clock was put back.
        return max(0, min($until - (int) $this->clock->gmtTimestamp(), self::PAUSE));
    }

    /**
     * Klaviyo did not answer, or said that it cannot.
     *
     * @return void
     */
    public function begin(): void
    {
        $until = (int) $this->clock->gmtTimestamp() + self::PAUSE;
        $this->cache->save((string) $until, self::MARK, [], self::PAUSE + self::DOUBT);
    }

    /**
     * Klaviyo has answered. What was sent before the pause and comes back during it does not end the pause.
     *
     * @return void
     */
    public function end(): void
    {
        if ($this->getRetryAfter() === 0) {
            $this->cache->remove(self::MARK);
        }
    }
}
