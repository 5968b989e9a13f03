<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use Magento\Framework\Controller\Result\Json;
use PHPUnit\Framework\TestCase;

/**
 * How many of the shop's PHP processes somebody can occupy while Klaviyo is slow or down.
 */
final class SlowKlaviyoTest extends TestCase
{
    private const PLACES = 'back_in_stock/general/forwards_at_once';

    /**
     * @dataProvider listPlaces
     */
    public function testNobodyOccupiesMoreProcessesThanTheMerchantGives(?string $setting, int $places): void
    {
        $set = $setting === 'not set' ? [] : [self::PLACES => $setting];
        $shop = new RelayedShop([...$set, 'back_in_stock/general/requests_per_minute' => '600']);
        $statuses = array_map(static fn (Json $answer): int => $answer->status, $this->postAtOnce($shop, $places + 2));
        self::assertSame([503 => 2, 200 => $places], array_count_values($statuses));
        self::assertCount($places, $shop->klaviyo->requests);
        // And afterwards all places are free again.
        self::assertSame(200, $shop->post()->status);
    }

    public static function listPlaces(): array
    {
        return [
            'two' => ['not set', 2],
            'one' => ['1', 1],
            'five' => [' 5 ', 5],
            'as many as there may be' => ['20', 20],
            'too many' => ['21', 2],
            'none' => ['0', 2],
            'fewer' => ['-1', 2],
            'unlimited' => ['unlimited', 2],
            'a number and more' => ['9 at once', 2],
            'half' => ['2.5', 2],
            'emptied' => ['', 2],
            'null' => [null, 2],
        ];
    }

    public function testWhoFindsNoPlaceIsSentAwayAtOnceAndUsesUpNothing(): void
    {
        $shop = new RelayedShop([self::PLACES => '1']);
        [$answer] = $this->postAtOnce($shop, 2);
        self::assertSame(503, $answer->status);
        self::assertSame('5', $answer->headers['Retry-After']);
        self::assertSame('{"detail":"Klaviyo cannot be asked at the moment."}', $answer->body);
        self::assertSame('1', $shop->cache->saved['back_in_stock_all_60_30000000']);
        self::assertSame([], $shop->log->lines);
    }

    public function testWhoGetsNoTurnIsSentAwayToo(): void
    {
        $shop = new RelayedShop();
        $shop->locks->heldByOthers = ['back_in_stock_gate'];
        $answer = $shop->post();
        self::assertSame([503, '5'], [$answer->status, $answer->headers['Retry-After']]);
        self::assertSame([], $shop->klaviyo->requests);
    }

    public function testNoLockIsHeldWhileKlaviyoIsWaitedFor(): void
    {
        $shop = new RelayedShop();
        $held = 'not asked';
        $shop->klaviyo->meanwhile = function () use ($shop, &$held): void {
            $held = $shop->locks->held;
        };
        $shop->post();
        self::assertSame('', $held);
    }

    /**
     * @dataProvider listEnds
     */
    public function testAPlaceIsFreeHoweverTheRequestEnds(array $settings, int $status, ?\Throwable $failure): void
    {
        $shop = new RelayedShop([self::PLACES => '1', ...$settings]);
        $shop->klaviyo->answerStatus = $status;
        $shop->klaviyo->failure = $failure;
        $shop->post();
        self::assertSame([], preg_grep('/place/', array_keys($shop->cache->saved)));
    }

    public static function listEnds(): array
    {
        return [
            'answered' => [[], 200, null],
            'refused' => [[], 400, null],
            'in trouble' => [[], 503, null],
            'timed out' => [[], 0, new \Exception('Operation timed out')],
            'unthought of' => [[], 0, new \Error('Out of memory')],
        ];
    }

    public function testAProcessThatDiesFreesItsPlaceAfterAFewSeconds(): void
    {
        $shop = new RelayedShop([self::PLACES => '1']);
        $left = [];
        $shop->klaviyo->meanwhile = function () use ($shop, &$left): void {
            $left = $shop->cache->saved;
        };
        $shop->post();
        // So the cache is if the process died before the answer came; and this one forgets nothing by itself.
        $shop->cache->saved = $left;
        self::assertSame(503, $shop->post()->status);
        $shop->clock->now += 7;
        self::assertSame(503, $shop->post()->status);
        $shop->clock->now += 1;
        self::assertSame(200, $shop->post()->status);
    }

    public function testWhoIsLateDoesNotFreeThePlaceOfTheNextOne(): void
    {
        $shop = new RelayedShop([self::PLACES => '1']);
        $between = null;
        $shop->klaviyo->meanwhile = function () use ($shop, &$between): void {
            $shop->clock->now += 9;
            $shop->klaviyo->meanwhile = function () use ($shop, &$between): void {
                $between = $shop->cache->saved;
            };
            $shop->post();
            // The next one is still in its place when the late one leaves.
            $shop->cache->saved = $between;
        };
        $shop->post();
        self::assertCount(1, preg_grep('/place/', array_keys($shop->cache->saved)));
        self::assertSame(503, $shop->post()->status);
    }

    /**
     * @dataProvider listTroubles
     */
    public function testNobodyWaitsForAKlaviyoThatIsDown(int $status, ?\Exception $failure, int $passed): void
    {
        $shop = new RelayedShop();
        $shop->klaviyo->answerStatus = $status;
        $shop->klaviyo->failure = $failure;
        self::assertSame($passed, $shop->post()->status);
        foreach ([0 => '30', 10 => '20', 29 => '1'] as $seconds => $retryAfter) {
            $shop->clock->now = 1_800_000_015 + $seconds;
            // Also who comes from elsewhere, for something else.
            $answer = $shop->post(['email' => "kim$seconds@example.com", 'variant' => '2015']);
            self::assertSame([503, $retryAfter], [$answer->status, $answer->headers['Retry-After']]);
        }
        self::assertCount(1, $shop->klaviyo->requests);
        self::assertSame('1', $shop->cache->saved['back_in_stock_all_60_30000000']);
    }

    public static function listTroubles(): array
    {
        return [
            'time-out' => [0, new \Exception('Operation timed out after 4000 milliseconds'), 504],
            'unreachable' => [0, new \Exception('Could not resolve host: a.klaviyo.com'), 504],
            '500' => [500, null, 500],
            '502' => [502, null, 502],
            '503' => [503, null, 503],
            '504' => [504, null, 504],
            'one that nobody has documented' => [520, null, 502],
        ];
    }

    /**
     * @testWith [200]
     *           [301]
     *           [400]
     *           [410]
     *           [429]
     */
    public function testNobodySilencesTheRelayByWhatKlaviyoRefuses(int $status): void
    {
        $shop = new RelayedShop();
        $shop->klaviyo->answerStatus = $status;
        $shop->post();
        $shop->klaviyo->answerStatus = 200;
        self::assertSame(200, $shop->post()->status);
    }

    public function testAfterThePauseOneGoesAheadAndNoStampede(): void
    {
        $shop = $this->createShopAfterOutage();
        $shop->clock->now += 30;
        $statuses = array_map(static fn (Json $answer): int => $answer->status, $this->postAtOnce($shop, 4));
        self::assertSame([503, 503, 503, 200], $statuses);
        self::assertCount(1, $shop->klaviyo->requests);
        // Klaviyo is back, and there are two places again.
        self::assertSame([503, 200, 200], array_map(
            static fn (Json $answer): int => $answer->status,
            $this->postAtOnce($shop, 3)
        ));
    }

    public function testIfThatOneFailsTheOthersWaitOn(): void
    {
        $shop = $this->createShopAfterOutage();
        $shop->clock->now += 30;
        $shop->klaviyo->answerStatus = 503;
        self::assertSame(503, $shop->post()->status);
        $shop->klaviyo->answerStatus = 200;
        self::assertSame('30', $shop->post()->headers['Retry-After']);
        self::assertCount(1, $shop->klaviyo->requests);
    }

    public function testWhatWasSentBeforeDoesNotEndThePause(): void
    {
        $shop = new RelayedShop();
        $shop->klaviyo->meanwhile = function () use ($shop): void {
            $shop->klaviyo->answerStatus = 503;
            $shop->post();
            $shop->klaviyo->answerStatus = 200;
        };
        self::assertSame(200, $shop->post()->status);
        self::assertSame('30', $shop->post()->headers['Retry-After']);
    }

    public function testAClockThatWasPutBackMakesNobodyWaitLonger(): void
    {
        $shop = $this->createShopAfterOutage();
        $shop->clock->now -= 100_000;
        self::assertSame('30', $shop->post()->headers['Retry-After']);
        // The mark itself is forgotten.
        self::assertContains(630, $shop->cache->lifetimes);
    }

    private function createShopAfterOutage(): RelayedShop
    {
        $shop = new RelayedShop();
        $shop->klaviyo->failure = new \Exception('Operation timed out');
        $shop->post();
        $shop->klaviyo->failure = null;
        $shop->klaviyo->requests = [];
        return $shop;
    }

    /**
     * Each while the one before it waits for Klaviyo; in the order in which they are answered.
     *
     * @return Json[]
     */
    private function postAtOnce(RelayedShop $shop, int $times): array
    {
        $answers = [];
        $sent = 0;
        $postOthers = function () use ($shop, $times, &$answers, &$sent, &$postOthers): void {
            while ($sent < $times) {
                $sent++;
                $shop->klaviyo->meanwhile = $postOthers;
                $answers[] = $shop->post(['email' => "kim$sent@example.com"]);
            }
        };
        $postOthers();
        $shop->klaviyo->meanwhile = null;
        return $answers;
    }
}
