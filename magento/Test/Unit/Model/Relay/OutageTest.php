<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\Outage;
use Magento\Framework\App\CacheInterface;
use Magento\Framework\Stdlib\DateTime\DateTime;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\TestCase;

/**
 * Tests the pause after an outage of Klaviyo.
 */
class OutageTest extends TestCase
{
    private const NOW = 1000;

    private const CACHE_KEY = 'back_in_stock_outage';

    /**
     * @dataProvider listEntries
     */
    public function testReturnsTheRestOfThePause(string|false $entry, ?int $expected): void
    {
        self::assertSame($expected, $this->create($this->createCache($entry))->getRetryAfter());
    }

    public static function listEntries(): array
    {
        return [
            'no outage' => [false, null],
            'during the pause' => ['1012', 12],
            'at the end of the pause' => ['1000', 0],
            'after the pause' => ['900', 0],
            'a clock that was set back' => ['5000', 30],
        ];
    }

    public function testStoresTheEndOfThePause(): void
    {
        $cache = $this->createCache(false);
        $cache->expects(self::once())->method('save')->with('1030', self::CACHE_KEY, [], 630);
        $this->create($cache)->begin();
    }

    /**
     * @testWith ["1000", true]
     *           ["1012", false]
     *           [false, false]
     */
    public function testEndsAfterThePauseOnly(string|false $entry, bool $isRemoved): void
    {
        $cache = $this->createCache($entry);
        $cache->expects($isRemoved ? self::once() : self::never())->method('remove')->with(self::CACHE_KEY);
        $this->create($cache)->end();
    }

    private function create(CacheInterface $cache): Outage
    {
        $clock = $this->createStub(DateTime::class);
        $clock->method('gmtTimestamp')->willReturn(self::NOW);
        return new Outage($cache, $clock);
    }

    /**
     * @return CacheInterface&MockObject
     */
    private function createCache(string|false $entry): CacheInterface
    {
        $cache = $this->createMock(CacheInterface::class);
        $cache->method('load')->willReturnMap([[self::CACHE_KEY, $entry]]);
        return $cache;
    }
}
