<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\App\CacheInterface;
use Magento\Framework\Lock\LockManagerInterface;
use Magento\Framework\Stdlib\DateTime\DateTime;

/**
 * Counts requests within periods of time, in Magento's cache.
 */
class RequestCounter
{
    /**
     * Seconds to wait for the lock. A process holds it for milliseconds, so whoever does not get it within this time
     * sends too many requests.
     */
    private const LOCK_TIMEOUT = 1;

    /**
     * @param CacheInterface $cache
     * @param LockManagerInterface $lockManager
     * @param DateTime $clock
     */
    public function __construct(
        private readonly CacheInterface $cache,
        private readonly LockManagerInterface $lockManager,
        private readonly DateTime $clock
    ) {
    }

    /**
     * Count one request, unless it exceeds the limit of one of the periods.
     *
     * @param string $key of a visitor or a mailbox
     * @param array<int, int> $limits the maximum number of requests, by the length of the period in seconds
     * @return int the seconds to wait, or 0 if the request was counted
     */
    public function count(string $key, array $limits): int
    {
        $lock = 'back_in_stock_' . substr($key, 0, 32);
        // Without a lock, requests at the same moment would read the same number and count as one.
        if (!$this->lockManager->lock($lock, self::LOCK_TIMEOUT)) {
            return self::LOCK_TIMEOUT;
        }
        try {
            return $this->countLocked($lock, $limits);
        } finally {
            $this->lockManager->unlock($lock);
        }
    }

    /**
     * Count one request while this process holds the lock.
     *
     * @param string $name
     * @param array<int, int> $limits
     * @return int
     */
    private function countLocked(string $name, array $limits): int
    {
        $now = (int) $this->clock->gmtTimestamp();
        $counts = [];
        $wait = 0;
        foreach ($limits as $period => $limit) {
            $counts[$period] = (int) $this->cache->load($this->getEntryName($name, $period, $now));
            if ($counts[$period] >= $limit) {
                $wait = max($wait, $period - $now % $period);
            }
        }
        if ($wait > 0) {
            return $wait;
        }
        foreach ($counts as $period => $count) {
            $entry = $this->getEntryName($name, $period, $now);
            $this->cache->save((string) ($count + 1), $entry, [], $period - $now % $period);
        }
        return 0;
    }

    /**
     * Get the name of the cache entry for the current period.
     *
     * @param string $name
     * @param int $period
     * @param int $now
     * @return string
     */
    private function getEntryName(string $name, int $period, int $now): string
    {
        return $name . '_' . $period . '_' . intdiv($now, $period);
    }
}
