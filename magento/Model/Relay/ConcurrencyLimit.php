<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use BackInStock\Klaviyo\Model\Config\Backend\ForwardsAtOnce;
use BackInStock\Klaviyo\Model\Settings;
use Magento\Framework\App\CacheInterface;
use Magento\Framework\Lock\LockManagerInterface;
use Magento\Framework\Stdlib\DateTime\DateTime;

/**
 * Lets only a few requests wait for Klaviyo at the same time: each of them occupies a PHP process, of which the shop's
 * pages need the others.
 *
 * There are numbered places, each an entry of the cache. They are taken one after the other, under a lock that is held
 * for a blink. A place ends by itself, so that a process that dies in it costs no more than a few seconds of it. A lock
 * held for the whole time would end so with some of Magento's kinds of locks, and with others not.
 */
class ConcurrencyLimit
{
    private const LOCK = 'back_in_stock_gate';

    /**
     * Where the merchant's number is none.
     */
    private const PLACES = 2;

    /**
     * Seconds after which whoever is still in a place must have died: longer than a request may take.
     */
    private const LONGEST_STAY = KlaviyoClient::LONGEST_WAIT + 4;

    /**
     * Seconds. Taking a place takes a blink.
     */
    private const LONGEST_TURN = 1;

    /**
     * Seconds after which there may be a place again.
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
     * Takes a place, if there is one and Klaviyo is not left alone.
     *
     * @return Slot|Response
     */
    public function acquire(): Slot|Response
    {
        // Without a lock, since this is what most requests get while Klaviyo is down.
        $wait = (int) $this->outage->getRetryAfter();
        if ($wait > 0) {
            return $this->refuse($wait);
        }
        if (!$this->lockManager->lock(self::LOCK, self::LONGEST_TURN)) {
            return $this->refuse(self::RETRY_AFTER);
        }
        try {
            $wait = $this->outage->getRetryAfter();
            if ($wait > 0) {
                return $this->refuse($wait);
            }
            // After a pause one goes ahead, and the others follow when it has come back.
            return $this->takePlace($wait === null ? $this->countPlaces() : 1) ?? $this->refuse(self::RETRY_AFTER);
        } finally {
            $this->lockManager->unlock(self::LOCK);
        }
    }

    /**
     * Leaves a place to the next one, unless it was taken meanwhile.
     *
     * @param Slot $slot
     * @return void
     */
    public function release(Slot $slot): void
    {
        if ($this->cache->load($slot->place) === $slot->mark) {
            $this->cache->remove($slot->place);
        }
    }

    /**
     * The first place that is free.
     *
     * @param int $places
     * @return Slot|null
     */
    private function takePlace(int $places): ?Slot
    {
        $now = (int) $this->clock->gmtTimestamp();
        for ($number = 1; $number <= $places; $number++) {
            $place = 'back_in_stock_place_' . $number;
            $until = (int) $this->cache->load($place);
            // One that lasts too long was written by a clock that was put back since.
            if ($until <= $now || $until > $now + self::LONGEST_STAY) {
                $mark = ($now + self::LONGEST_STAY) . ' ' . bin2hex(random_bytes(8));
                $this->cache->save($mark, $place, [], self::LONGEST_STAY);
                return new Slot($place, $mark);
            }
        }
        return null;
    }

    /**
     * How many places the merchant gives.
     *
     * @return int
     */
    private function countPlaces(): int
    {
        return $this->settings->getNumber('general/forwards_at_once', ForwardsAtOnce::MAXIMUM, self::PLACES);
    }

    /**
     * Sends the widget away for a while.
     *
     * @param int $retryAfter
     * @return Response
     */
    private function refuse(int $retryAfter): Response
    {
        return $this->responseFactory->createError(503, 'Klaviyo cannot be asked at the moment.', $retryAfter);
    }
}
