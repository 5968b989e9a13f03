<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use PHPUnit\Framework\TestCase;

/**
 * How often somebody may ask.
 */
final class RequestLimitTest extends TestCase
{
    private const LIMIT = 'back_in_stock/general/requests_per_minute';

    public function testTwentyAMinuteUnlessTheMerchantSaysOtherwise(): void
    {
        foreach ([[20, []], [3, [self::LIMIT => '3']], [600, [self::LIMIT => ' 600 ']]] as [$limit, $settings]) {
            $shop = new RelayedShop($settings);
            self::assertSame($limit, $this->countPassed($shop, $limit + 10));
            self::assertCount($limit, $shop->klaviyo->requests);
        }
    }

    /**
     * env.php and the environment may have anything.
     *
     * @testWith ["0"]
     *           ["-1"]
     *           ["601"]
     *           ["1e3"]
     *           ["2.5"]
     *           ["30 a minute"]
     *           ["99999999999999999999"]
     *           [""]
     *           [null]
     */
    public function testANumberThatIsNoneDoesNotLiftTheLimit(?string $number): void
    {
        self::assertSame(20, $this->countPassed(new RelayedShop([self::LIMIT => $number]), 30));
    }

    public function testSaysWhenTheMinuteIsOver(): void
    {
        $shop = new RelayedShop([self::LIMIT => '1']);
        $shop->post();
        // The clock shows a quarter of a minute.
        $answer = $shop->post();
        self::assertSame(429, $answer->status);
        self::assertSame('45', $answer->headers['Retry-After']);
        self::assertSame('{"detail":"These are too many requests."}', $answer->body);

        $shop->clock->now += 44;
        self::assertSame('1', $shop->post()->headers['Retry-After']);
        $shop->clock->now += 1;
        self::assertSame(200, $shop->post()->status);
        // Nothing is kept for longer than its span: the minute, the place, the hour, the day.
        self::assertSame([45, 8, 3585, 57585, 45, 60, 8, 3540, 57540, 60], $shop->cache->lifetimes);
    }

    public function testWrongFormsCountToo(): void
    {
        $shop = new RelayedShop([self::LIMIT => '2']);
        $statuses = array_map(fn (): int => $shop->post(['variant' => '99'])->status, range(1, 3));
        self::assertSame([400, 400, 429], $statuses);
    }

    /**
     * @dataProvider listPairs
     */
    public function testTellsVisitorsApart(string $one, string $other, bool $isSame): void
    {
        $shop = new RelayedShop([self::LIMIT => '1'], $one);
        $shop->post();
        $next = new RelayedShop([self::LIMIT => '1'], $other);
        $next->cache = $shop->cache;
        self::assertSame($isSame ? 429 : 200, $next->post()->status);
    }

    public static function listPairs(): array
    {
        return [
            'IPv4' => ['93.184.216.34', '93.184.216.35', false],
            'the same' => ['93.184.216.34', '93.184.216.34', true],
            'IPv4 in IPv6' => ['93.184.216.34', '::ffff:93.184.216.34', true],
            'two in IPv6' => ['::ffff:93.184.216.34', '::ffff:93.184.216.35', false],
            'a household' => ['2a00:1450:4001:82b::1', '2a00:1450:4001:082b:ffff::2', true],
            'neighbours' => ['2a00:1450:4001:82b::1', '2a00:1450:4001:82c::1', false],
            'IPv4 whose bytes an IPv6 begins with' => ['93.184.216.34', '5db8:d822::1', false],
        ];
    }

    /**
     * @dataProvider listProxies
     */
    public function testAProxyInFrontOfTheShopIsNoVisitor(string|false $address): void
    {
        $shop = new RelayedShop([self::LIMIT => '2'], $address);
        self::assertSame(30, $this->countPassed($shop, 30));
        $names = array_count_values($shop->locks->taken);
        self::assertSame(30, $names['back_in_stock_all']);
        // The lock of the gate, that of all, and those of the thirty addresses: none of a visitor.
        self::assertCount(32, $names);
    }

    public static function listProxies(): array
    {
        return [
            ['127.0.0.1'],
            ['10.0.0.7'],
            ['172.17.0.1'],
            ['192.168.1.1'],
            ['169.254.1.1'],
            ['100.64.0.1'],
            ['100.127.255.254'],
            ['::1'],
            ['fd00::1'],
            ['fe80::1'],
            ['::ffff:10.0.0.7'],
            ['::ffff:100.64.0.1'],
            ['unknown'],
            [''],
            [false],
        ];
    }

    public function testTheNeighboursOfProvidersProxiesAreVisitors(): void
    {
        foreach (['100.63.255.255', '100.128.0.1', '100.192.0.1'] as $address) {
            self::assertSame(2, $this->countPassed(new RelayedShop([self::LIMIT => '2'], $address), 5));
        }
    }

    public function testThereIsALimitForAllOfThem(): void
    {
        $shop = new RelayedShop([], '127.0.0.1');
        self::assertSame(1000, $this->countPassed($shop, 1010));
        $next = new RelayedShop([], '93.184.216.34');
        $next->cache = $shop->cache;
        self::assertSame(429, $next->post()->status);
        self::assertSame(400, $next->post(['variant' => '99'])->status);
        $next->clock->now += 60;
        self::assertSame(200, $next->post()->status);
    }

    public function testOneVisitorDoesNotUseUpTheMinuteOfTheOthers(): void
    {
        $shop = new RelayedShop([], '93.184.216.34');
        $this->countPassed($shop, 1010);
        self::assertSame('20', $shop->cache->saved['back_in_stock_all_60_30000000']);
        $next = new RelayedShop([], '93.184.216.35');
        $next->cache = $shop->cache;
        self::assertSame(20, $this->countPassed($next, 21));
    }

    public function testNobodyUsesUpTheMinuteOfAllWithWhatIsNeverSent(): void
    {
        $shop = new RelayedShop([], '127.0.0.1');
        for ($count = 0; $count < 1010; $count++) {
            self::assertSame(400, $shop->post($count % 2 ? ['variant' => '99'] : ['email' => 'nobody'])->status);
        }
        self::assertSame(200, $shop->post()->status);
        self::assertSame('1', $shop->cache->saved['back_in_stock_all_60_30000000']);
    }

    public function testCountsOneAfterTheOther(): void
    {
        $shop = new RelayedShop();
        $shop->post();
        // The visitor, the gate, the address, all of them.
        self::assertCount(4, $shop->locks->taken);
        self::assertSame('', $shop->locks->held);
    }

    public function testWhoGetsNoTurnAsksTooOften(): void
    {
        $visitor = (new Encryptor('the secret key of the shop'))->hash('back in stock 5db8d822');
        foreach (['back_in_stock_all', substr($visitor, 0, 32)] as $held) {
            $shop = new RelayedShop();
            $shop->locks->heldByOthers = [$held];
            $answer = $shop->post();
            self::assertSame(429, $answer->status);
            self::assertSame('1', $answer->headers['Retry-After']);
            self::assertSame([], $shop->klaviyo->requests);
            self::assertSame('', $shop->locks->held);
        }
    }

    public function testNoAddressCanBeReadOutOfWhatIsKept(): void
    {
        $shop = new RelayedShop([], '93.184.216.34');
        $shop->post();
        $traces = $shop->readTraces();
        self::assertStringNotContainsString('93.184', $traces);
        // There are so few addresses that a hash without a key could be tried out.
        foreach (['93.184.216.34', inet_pton('93.184.216.34'), '5db8d822'] as $address) {
            foreach (['md5', 'sha1', 'sha256'] as $algorithm) {
                self::assertStringNotContainsString(substr(hash($algorithm, $address), 0, 32), $traces);
            }
        }
    }

    public function testVisitorsHaveAnotherNameInEveryShop(): void
    {
        $names = [];
        foreach (['one secret key', 'one secret key', 'another secret key'] as $key) {
            $shop = new RelayedShop();
            $shop->encryptor = new Encryptor($key);
            $shop->post();
            $names[] = [...array_keys($shop->cache->saved), ...$shop->locks->taken];
        }
        self::assertCount(8, $names[0]);
        self::assertSame($names[0], $names[1]);
        // What all visitors have in common identifies nobody.
        self::assertSame(
            ['back_in_stock_all_60_30000000', 'back_in_stock_gate', 'back_in_stock_all'],
            array_values(array_intersect($names[0], $names[2]))
        );
    }

    private function countPassed(RelayedShop $shop, int $times): int
    {
        $passed = 0;
        for ($count = 0; $count < $times; $count++) {
            $passed += $shop->post(['email' => "sam$count@example.com"])->status === 200 ? 1 : 0;
        }
        return $passed;
    }
}
