<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\App\CacheInterface;
use Magento\Framework\Lock\LockManagerInterface;
use Magento\Framework\Stdlib\DateTime\DateTime;

/**
 * Counts how often somebody does something within a span of time, in Magento's cache.
 */
class RequestCounter
{
    /**
     * Counting takes a blink. Who does not get a turn within this time, in seconds, asks much too often.
     */
    private const LONGEST_TURN = 1;

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
     * Counts one more, if it is not too many for any of the spans.
     *
     * @param string $who
     * @param array<int, int> $limits how many at most, by the seconds of a span
     * @return int how many seconds to wait; 0 when it was counted
     */
    public function count(string $who, array $limits): int
    {
        $lock = 'back_in_stock_' . substr($who, 0, 32);
        // One after the other, or those who come at the same moment would all count as one.
        if (!$this->lockManager->lock($lock, self::LONGEST_TURN)) {
            return self::LONGEST_TURN;
        }
        try {
            return $this->countInTurn($lock, $limits);
        } finally {
            $this->lockManager->unlock($lock);
        }
    }

    /**
     * The same, while nobody else counts.
     *
     * @param string $name
     * @param array<int, int> $limits
     * @return int
     */
    private function countInTurn(string $name, array $limits): int
    {
        $now = (int) $this->clock->gmtTimestamp();
        $counts = [];
        $wait = 0;
        foreach ($limits as $span => $limit) {
            $counts[$span] = (int) $this->cache->load($this->nameEntry($name, $span, $now));
            if ($counts[$span] >= $limit) {
                $wait = max($wait, $span - $now % $span);
            }
        }
        if ($wait > 0) {
            return $wait;
        }
        foreach ($counts as $span => $count) {
            $entry = $this->nameEntry($name, $span, $now);
            $this->cache->save((string) ($count + 1), $entry, [], $span - $now % $span);
        }
        return 0;
    }

    /**
     * The entry of the cache for the span that is running.
     *
     * @param string $name
     * @param int $span
     * @param int $now
     * @return string
     */
    private function nameEntry(string $name, int $span, int $now): string
    {
        return $name . '_' . $span . '_' . intdiv($now, $span);
    }
}
