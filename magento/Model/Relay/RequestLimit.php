<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use BackInStock\Klaviyo\Model\Settings;
use Magento\Framework\App\CacheInterface;
use Magento\Framework\Lock\LockManagerInterface;
use Magento\Framework\Stdlib\DateTime\DateTime;

/**
 * Counts the requests of each minute, those of one visitor and those of all of them.
 */
class RequestLimit
{
    /**
     * Seconds.
     */
    private const WINDOW = 60;

    /**
     * Where the merchant's number is none.
     */
    private const OF_ONE_VISITOR = 20;

    /**
     * For Klaviyo all requests come from one place, and its current API takes 3500 a minute for one account, whatever
     * they are for. This leaves most of them to the rest of the shop. The widget keeps what is more, and sends it
     * later.
     */
    private const OF_ALL_VISITORS = 1000;

    /**
     * Counting takes a blink. Who does not get a turn within this time, in seconds, asks much too often.
     */
    private const LONGEST_TURN = 1;

    /**
     * @param Visitor $visitor
     * @param Settings $settings
     * @param CacheInterface $cache
     * @param LockManagerInterface $lockManager
     * @param DateTime $clock
     * @param Answers $answers
     */
    public function __construct(
        private readonly Visitor $visitor,
        private readonly Settings $settings,
        private readonly CacheInterface $cache,
        private readonly LockManagerInterface $lockManager,
        private readonly DateTime $clock,
        private readonly Answers $answers
    ) {
    }

    /**
     * Counts this request, and refuses it where that is too many.
     *
     * What is too much for one visitor does not count for all of them, so that nobody uses up the minute for the
     * others.
     *
     * @return Answer|null null when there is nothing to refuse
     */
    public function refuse(): ?Answer
    {
        $visitor = $this->visitor->recognise();
        $limit = (int) $this->settings->getText('general/requests_per_minute');
        $wait = $visitor === null ? 0 : $this->count($visitor, $limit > 0 ? $limit : self::OF_ONE_VISITOR);
        $wait = $wait ?: $this->count('all', self::OF_ALL_VISITORS);
        return $wait === 0 ? null : $this->answers->fail(429, 'These are too many requests.', $wait);
    }

    /**
     * Counts one more, if it is not too many.
     *
     * @param string $who
     * @param int $limit
     * @return int how many seconds to wait; 0 when it was counted
     */
    private function count(string $who, int $limit): int
    {
        $now = (int) $this->clock->gmtTimestamp();
        $lock = 'back_in_stock_' . substr($who, 0, 32);
        $counter = $lock . '_' . intdiv($now, self::WINDOW);
        $left = self::WINDOW - $now % self::WINDOW;
        // One after the other, or those who come at the same moment would all count as one.
        if (!$this->lockManager->lock($lock, self::LONGEST_TURN)) {
            return self::LONGEST_TURN;
        }
        try {
            $count = (int) $this->cache->load($counter);
            if ($count >= $limit) {
                return $left;
            }
            $this->cache->save((string) ($count + 1), $counter, [], $left);
            return 0;
        } finally {
            $this->lockManager->unlock($lock);
        }
    }
}
