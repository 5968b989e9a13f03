<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\RequestCounter;
use Magento\Framework\App\CacheInterface;
use Magento\Framework\Lock\LockManagerInterface;
use Magento\Framework\Stdlib\DateTime\DateTime;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\TestCase;

/**
 * Tests how requests are counted in the cache.
 */
class RequestCounterTest extends TestCase
{
    /**
     * Ten seconds after the beginning of a minute and of an hour.
     */
    private const NOW = 3610;

    private const LIMITS = [60 => 2, 3600 => 5];

    private const MINUTE = 'back_in_stock_key_60_60';

    private const HOUR = 'back_in_stock_key_3600_1';

    /**
     * @dataProvider listCounts
     */
    public function testCountsARequestInEachPeriodUntilThePeriodEnds(array $entries, array $expected): void
    {
        $saved = [];
        $cache = $this->createCache($entries);
        $cache->method('save')->willReturnCallback(
            static function ($data, $identifier, $tags = [], $lifeTime = null) use (&$saved): bool {
                $saved[$identifier] = [$data, $lifeTime];
                return true;
            }
        );
        self::assertSame(0, $this->create($cache)->count('key', self::LIMITS));
        self::assertSame($expected, $saved);
    }

    public static function listCounts(): array
    {
        return [
            'first request' => [[], [self::MINUTE => ['1', 50], self::HOUR => ['1', 3590]]],
            'second request' => [[self::MINUTE => '1', self::HOUR => '1'],
                [self::MINUTE => ['2', 50], self::HOUR => ['2', 3590]]],
            'first request of another minute' => [[self::HOUR => '4'],
                [self::MINUTE => ['1', 50], self::HOUR => ['5', 3590]]],
        ];
    }

    /**
     * @dataProvider listExceeded
     */
    public function testDoesNotCountARequestAboveALimit(array $entries, int $wait): void
    {
        $cache = $this->createCache($entries);
        $cache->expects(self::never())->method('save');
        self::assertSame($wait, $this->create($cache)->count('key', self::LIMITS));
    }

    public static function listExceeded(): array
    {
        return [
            'of the minute' => [[self::MINUTE => '2', self::HOUR => '2'], 50],
            'of the hour' => [[self::HOUR => '5'], 3590],
            'of both' => [[self::MINUTE => '2', self::HOUR => '5'], 3590],
        ];
    }

    public function testHoldsALockOfTheKeyWhileItCounts(): void
    {
        $lockManager = $this->createMock(LockManagerInterface::class);
        $name = 'back_in_stock_' . str_repeat('a', 32);
        $lockManager->expects(self::once())->method('lock')->with($name, 1)->willReturn(true);
        $lockManager->expects(self::once())->method('unlock')->with($name);
        $this->create($this->createCache([]), $lockManager)->count(str_repeat('a', 64), self::LIMITS);
    }

    public function testReleasesTheLockAfterAnError(): void
    {
        $lockManager = $this->createMock(LockManagerInterface::class);
        $lockManager->method('lock')->willReturn(true);
        $lockManager->expects(self::once())->method('unlock');
        $cache = $this->createMock(CacheInterface::class);
        $cache->method('load')->willThrowException(new \RuntimeException('The cache is down.'));
        $this->expectExceptionMessage('The cache is down.');
        $this->create($cache, $lockManager)->count('key', self::LIMITS);
    }

    public function testARequestThatDoesNotGetTheLockHasToWait(): void
    {
        $lockManager = $this->createMock(LockManagerInterface::class);
        $lockManager->method('lock')->willReturn(false);
        $lockManager->expects(self::never())->method('unlock');
        $cache = $this->createMock(CacheInterface::class);
        $cache->expects(self::never())->method('save');
        self::assertSame(1, $this->create($cache, $lockManager)->count('key', self::LIMITS));
    }

    private function create(CacheInterface $cache, ?LockManagerInterface $lockManager = null): RequestCounter
    {
        if ($lockManager === null) {
            $lockManager = $this->createStub(LockManagerInterface::class);
            $lockManager->method('lock')->willReturn(true);
        }
        $clock = $this->createStub(DateTime::class);
        $clock->method('gmtTimestamp')->willReturn(self::NOW);
        return new RequestCounter($cache, $lockManager, $clock);
    }

    /**
     * @return CacheInterface&MockObject
     */
    private function createCache(array $entries): CacheInterface
    {
        $cache = $this->createMock(CacheInterface::class);
        $cache->method('load')->willReturnCallback(
            static fn (string $identifier) => $entries[$identifier] ?? false
        );
        return $cache;
    }
}
