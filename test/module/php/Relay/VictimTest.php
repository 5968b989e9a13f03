<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use PHPUnit\Framework\TestCase;

/**
 * What somebody can do to the owner of an e-mail address that is not their own.
 */
final class VictimTest extends TestCase
{
    private const VICTIM = 'kim.victim@example.com';

    public function testNobodySignsSomebodyUpForAllThatTheShopSells(): void
    {
        $shop = $this->createShop();
        $statuses = [];
        foreach ($shop->products as $product) {
            $statuses[] = $shop->post(['email' => self::VICTIM, 'variant' => $product['id']])->status;
        }
        self::assertSame([200 => 10, 400 => 21, 429 => 11], $this->sort(array_count_values($statuses)));
        self::assertCount(10, $shop->klaviyo->requests);
    }

    public function testNobodySignsSomebodyUpForWhatCanBeBought(): void
    {
        $shop = new RelayedShop();
        $answer = $shop->post(['variant' => '2046']);
        self::assertSame(400, $answer->status);
        self::assertStringContainsString('* variant * This value is not valid.', $answer->body);
        self::assertSame([], $shop->klaviyo->requests);
    }

    /**
     * @testWith ["Kim.Victim@Example.COM"]
     *           ["\u200bkim.victim@example.com "]
     *           ["kim.victim+shoes@example.com"]
     *           ["kim.victim+a+b@example.com"]
     *           ["kimvictim@example.com"]
     *           ["k.i.m.v.i.c.t.i.m@example.com"]
     */
    public function testNobodyGetsRoundItByWritingTheAddressInAnotherWay(string $written): void
    {
        $shop = $this->createShop();
        self::assertSame(10, $this->countPassed($shop, 12, self::VICTIM));
        self::assertSame(429, $shop->post(['email' => $written])->status);
    }

    public function testNobodyGetsRoundItFromManyPlaces(): void
    {
        $shop = $this->createShop();
        self::assertSame(10, $this->countPassed($shop, 12, self::VICTIM));
        foreach (['93.184.216.35', '2a00:1450:4001:82b::1'] as $address) {
            $next = new RelayedShop([], $address);
            $next->cache = $shop->cache;
            self::assertSame(429, $next->post(['email' => self::VICTIM])->status);
            self::assertSame(200, $next->post(['email' => 'kim.other@example.com'])->status);
        }
    }

    public function testTheHourAndTheDayEnd(): void
    {
        $shop = $this->createShop();
        // Eight hours are over, and a quarter of a minute.
        self::assertSame(10, $this->countPassed($shop, 12, self::VICTIM));
        self::assertSame('3585', $shop->post(['email' => self::VICTIM])->headers['Retry-After']);
        foreach ([10, 10, 0] as $passed) {
            $shop->clock->now += 3600;
            self::assertSame($passed, $this->countPassed($shop, 12, self::VICTIM));
        }
        $answer = $shop->post(['email' => self::VICTIM]);
        self::assertSame([429, '46785'], [$answer->status, $answer->headers['Retry-After']]);
        $shop->clock->now += 46785;
        self::assertSame(10, $this->countPassed($shop, 12, self::VICTIM));
    }

    public function testOneVictimDoesNotUseUpTheMinuteOfTheOthers(): void
    {
        $shop = $this->createShop();
        $this->countPassed($shop, 500, self::VICTIM);
        self::assertSame('10', $shop->cache->saved['back_in_stock_all_60_30000000']);
    }

    public function testNobodyReadsInTheCacheWhoHasSignedUp(): void
    {
        $shop = $this->createShop();
        $shop->post(['email' => self::VICTIM]);
        $traces = $shop->readTraces();
        foreach (['kim', 'victim', 'example.com'] as $part) {
            self::assertStringNotContainsString($part, $traces);
        }
        // A hash without a key could be tried out with the addresses of a list.
        foreach ([self::VICTIM, 'kimvictim@example.com', 'back in stock mailbox kimvictim@example.com'] as $text) {
            foreach (['md5', 'sha1', 'sha256'] as $algorithm) {
                self::assertStringNotContainsString(substr(hash($algorithm, $text), 0, 32), $traces);
            }
        }
    }

    /**
     * Forty-two products, half of them sold out, and visitors that are never asked to slow down.
     */
    private function createShop(): RelayedShop
    {
        $shop = new RelayedShop(['back_in_stock/general/requests_per_minute' => '600']);
        $shop->products = array_map(static fn (int $id): array => [
            'id' => (string) $id,
            'sku' => "SKU-$id",
            'name' => "Thing $id",
            'inStock' => $id % 2 === 0,
        ], range(2045, 2086));
        return $shop;
    }

    private function countPassed(RelayedShop $shop, int $times, string $email): int
    {
        $passed = 0;
        for ($count = 0; $count < $times; $count++) {
            $passed += $shop->post(['email' => $email])->status === 200 ? 1 : 0;
        }
        return $passed;
    }

    /**
     * @param array<int, int> $counts
     * @return array<int, int>
     */
    private function sort(array $counts): array
    {
        ksort($counts);
        return $counts;
    }
}
