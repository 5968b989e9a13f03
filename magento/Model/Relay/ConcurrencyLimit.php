<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use BackInStock\Klaviyo\Model\Config\Backend\ForwardsAtOnce;
use BackInStock\Klaviyo\Model\Settings;
use Magento\Framework\App\CacheInterface;
use Magento\Framework\Lock\LockManagerInterface;
use Magento\Framework\Stdlib\DateTime\DateTime;

/**
 * Limits how many requests wait for Klaviyo at the same time. Each waiting request occupies a PHP process, and the
 * pages of the shop need the other processes.
 *
 * There is a fixed number of slots. Each slot is a cache entry, which is written under a short lock. A slot expires, so
 * that a process that dies blocks it for a few seconds only. A lock for the whole time of the request would not
 * work: only some of Magento's lock types are released when a process dies.
 */
class ConcurrencyLimit
{
    private const LOCK = 'back_in_stock_gate';

    /**
     * The number of slots if the setting is invalid.
     */
    private const DEFAULT_SLOTS = 2;

    /**
     * Seconds until a slot expires: longer than a request can take.
     */
    private const SLOT_LIFETIME = KlaviyoClient::TIMEOUT + 4;

    /**
     * Seconds to wait for the lock. A process holds it for milliseconds.
     */
    private const LOCK_TIMEOUT = 1;

    /**
     * Seconds after which a slot may be free again.
     */
    private const RETRY_AFTER = 5;

    /**
     * @param Settings $settings
     * @param Outage $outage
     * @param CacheInterface $cache
     * @param LockManagerInterface $lockManager
     * @param DateTime $clock
     * @param ResponseFactory $responseFactory
     */
    public function __construct(
        private readonly Settings $settings,
        private readonly Outage $outage,
        private readonly CacheInterface $cache,
        private readonly LockManagerInterface $lockManager,
        private readonly DateTime $clock,
        private readonly ResponseFactory $responseFactory
    ) {
    }

    /**
     * Take a free slot. Return an error response if there is none, or during a pause after an outage of Klaviyo.
     *
     * @return Slot|Response
     * @throws \Exception if the lock or the cache fails
     */
    public function acquire(): Slot|Response
    {
        // Without the lock, because most requests end here while Klaviyo is down.
        $wait = (int) $this->outage->getRetryAfter();
        if ($wait > 0) {
            return $this->refuse($wait);
        }
        if (!$this->lockManager->lock(self::LOCK, self::LOCK_TIMEOUT)) {
            return $this->refuse(self::RETRY_AFTER);
        }
        try {
            $wait = $this->outage->getRetryAfter();
            if ($wait > 0) {
                return $this->refuse($wait);
            }
            // After a pause, one request at a time is sent until Klaviyo has answered.
            return $this->takeSlot($wait === null ? $this->getSlotLimit() : 1) ?? $this->refuse(self::RETRY_AFTER);
        } finally {
            $this->lockManager->unlock(self::LOCK);
        }
    }

    /**
     * Release a slot, unless it has expired and another request has taken it.
     *
     * @param Slot $slot
     * @return void
     */
    public function release(Slot $slot): void
    {
        if ($this->cache->load($slot->cacheKey) === $slot->content) {
            $this->cache->remove($slot->cacheKey);
        }
    }

    /**
     * Take the first free slot.
     *
     * @param int $limit
     * @return Slot|null
     * @throws \Exception if PHP cannot create random bytes
     */
    private function takeSlot(int $limit): ?Slot
    {
        $now = (int) $this->clock->gmtTimestamp();
        for ($number = 1; $number <= $limit; $number++) {
            $cacheKey = 'back_in_stock_place_' . $number;
            $until = (int) $this->cache->load($cacheKey);
            // A time too far in the future means that the clock was set back.
            if ($until <= $now || $until > $now + self::SLOT_LIFETIME) {
                $content = ($now + self::SLOT_LIFETIME) . ' ' . bin2hex(random_bytes(8));
                $this->cache->save($content, $cacheKey, [], self::SLOT_LIFETIME);
                return new Slot($cacheKey, $content);
            }
        }
        return null;
    }

    /**
     * Get the number of slots that the merchant has set.
     *
     * @return int
     */
    private function getSlotLimit(): int
    {
        return $this->settings->getNumber('general/forwards_at_once', ForwardsAtOnce::MAXIMUM, self::DEFAULT_SLOTS);
    }

    /**
     * Create the response after which the widget tries again later.
     *
     * @param int $retryAfter
     * @return Response
     */
    private function refuse(int $retryAfter): Response
    {
        return $this->responseFactory->createError(503, 'Klaviyo cannot be asked at the moment.', $retryAfter);
    }
}
