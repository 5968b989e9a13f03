<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\ConcurrencyLimit;
use BackInStock\Klaviyo\Model\Relay\Outage;
use BackInStock\Klaviyo\Model\Relay\Response;
use BackInStock\Klaviyo\Model\Relay\ResponseFactory;
use BackInStock\Klaviyo\Model\Relay\Slot;
use BackInStock\Klaviyo\Model\Settings;
use Magento\Framework\App\CacheInterface;
use Magento\Framework\Lock\LockManagerInterface;
use Magento\Framework\Stdlib\DateTime\DateTime;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\MockObject\Stub;
use PHPUnit\Framework\TestCase;

/**
 * Tests how many requests may wait for Klaviyo at the same time.
 */
class ConcurrencyLimitTest extends TestCase
{
    private const NOW = 1000;

    /**
     * @var Outage&Stub
     */
    private Outage $outage;

    /**
     * @var CacheInterface&MockObject
     */
    private CacheInterface $cache;

    /**
     * @var LockManagerInterface&MockObject
     */
    private LockManagerInterface $lockManager;

    protected function setUp(): void
    {
        $this->outage = $this->createStub(Outage::class);
        $this->cache = $this->createMock(CacheInterface::class);
        $this->lockManager = $this->createMock(LockManagerInterface::class);
    }

    /**
     * @dataProvider listFreeSlots
     */
    public function testTakesTheFirstFreeSlotUnderALock(array $entries, string $expected): void
    {
        $this->setEntries($entries);
        $this->expectLock(true);
        $this->cache->expects(self::once())->method('save')
            ->with(self::stringStartsWith('1008 '), $expected, [], 8);
        $slot = $this->create()->acquire();
        self::assertInstanceOf(Slot::class, $slot);
        self::assertSame($expected, $slot->cacheKey);
        self::assertStringStartsWith('1008 ', $slot->content);
    }

    public static function listFreeSlots(): array
    {
        return [
            'no request' => [[], 'back_in_stock_place_1'],
            'one request' => [['back_in_stock_place_1' => '1005 a'], 'back_in_stock_place_2'],
            'the second slot is taken' => [['back_in_stock_place_2' => '1005 a'], 'back_in_stock_place_1'],
            'an expired slot' => [['back_in_stock_place_1' => '1000 a'], 'back_in_stock_place_1'],
            'a clock that was set back' => [['back_in_stock_place_1' => '1009 a'], 'back_in_stock_place_1'],
        ];
    }

    public function testRefusesARequestIfAllSlotsAreTaken(): void
    {
        $this->setEntries(['back_in_stock_place_1' => '1005 a', 'back_in_stock_place_2' => '1008 b']);
        $this->expectLock(true);
        $this->assertRefused(5, $this->create()->acquire());
    }

    public function testRefusesARequestThatDoesNotGetTheLock(): void
    {
        $this->lockManager->method('lock')->willReturn(false);
        $this->lockManager->expects(self::never())->method('unlock');
        $this->assertRefused(5, $this->create()->acquire());
    }

    public function testRefusesRequestsDuringAnOutageWithoutTheLock(): void
    {
        $this->outage->method('getRetryAfter')->willReturn(20);
        $this->lockManager->expects(self::never())->method('lock');
        $this->assertRefused(20, $this->create()->acquire());
    }

    public function testRefusesARequestIfAnOutageBeginsBeforeItGetsTheLock(): void
    {
        $this->outage->method('getRetryAfter')->willReturnOnConsecutiveCalls(null, 30);
        $this->expectLock(true);
        $this->assertRefused(30, $this->create()->acquire());
    }

    public function testThereIsOneSlotAfterAnOutage(): void
    {
        $this->outage->method('getRetryAfter')->willReturn(0);
        $this->setEntries(['back_in_stock_place_1' => '1005 a']);
        $this->expectLock(true);
        $this->assertRefused(5, $this->create()->acquire());
    }

    public function testReleasesASlot(): void
    {
        $this->setEntries(['back_in_stock_place_1' => '1008 a']);
        $this->cache->expects(self::once())->method('remove')->with('back_in_stock_place_1');
        $this->create()->release(new Slot('back_in_stock_place_1', '1008 a'));
    }

    public function testDoesNotReleaseTheSlotOfAnotherRequest(): void
    {
        $this->setEntries(['back_in_stock_place_1' => '1016 b']);
        $this->cache->expects(self::never())->method('remove');
        $this->create()->release(new Slot('back_in_stock_place_1', '1008 a'));
    }

    private function setEntries(array $entries): void
    {
        $this->cache->method('load')->willReturnCallback(
            static fn (string $identifier) => $entries[$identifier] ?? false
        );
    }

    private function expectLock(bool $isFree): void
    {
        $this->lockManager->expects(self::once())->method('lock')->with('back_in_stock_gate', 1)->willReturn($isFree);
        $this->lockManager->expects(self::once())->method('unlock')->with('back_in_stock_gate');
    }

    private function assertRefused(int $retryAfter, Slot|Response $answer): void
    {
        self::assertInstanceOf(Response::class, $answer);
        self::assertSame([503, (string) $retryAfter], [$answer->status, $answer->retryAfter]);
    }

    private function create(): ConcurrencyLimit
    {
        $settings = $this->createStub(Settings::class);
        $settings->method('getNumber')->willReturnCallback(
            static fn (string $path): int => $path === 'general/forwards_at_once' ? 2 : 0
        );
        $clock = $this->createStub(DateTime::class);
        $clock->method('gmtTimestamp')->willReturn(self::NOW);
        return new ConcurrencyLimit(
            $settings,
            $this->outage,
            $this->cache,
            $this->lockManager,
            $clock,
            new ResponseFactory()
        );
    }
}
