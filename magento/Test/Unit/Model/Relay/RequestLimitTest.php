<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\MailboxKey;
use BackInStock\Klaviyo\Model\Relay\RequestCounter;
use BackInStock\Klaviyo\Model\Relay\RequestLimit;
use BackInStock\Klaviyo\Model\Relay\Response;
use BackInStock\Klaviyo\Model\Relay\ResponseFactory;
use BackInStock\Klaviyo\Model\Relay\VisitorKeys;
use BackInStock\Klaviyo\Model\Settings;
use Magento\Framework\App\Request\Http;
use PHPUnit\Framework\TestCase;

/**
 * Tests the limits of a visitor, of an e-mail address and of all requests.
 */
class RequestLimitTest extends TestCase
{
    private const MAILBOX_LIMITS = [3600 => 10, 86400 => 30];

    /**
     * @dataProvider listVisitors
     */
    public function testCountsARequestForEachKeyOfTheVisitorUntilOneIsRefused(
        array $keys,
        array $waits,
        array $counted,
        ?string $retryAfter
    ): void {
        $actual = [];
        $limit = $this->create($this->createCounter($waits, $actual), $keys);
        $this->assertRefused($retryAfter, $limit->refuseVisitor($this->createStub(Http::class)));
        self::assertSame($counted, $actual);
    }

    public static function listVisitors(): array
    {
        $household = ['household', [60 => 7]];
        $block = ['block', [60 => 35]];
        return [
            'an unknown address' => [[], [], [], null],
            'accepted' => [['household' => 1, 'block' => 5], [], [$household, $block], null],
            'too many of the household' => [['household' => 1, 'block' => 5], ['household' => 42], [$household], '42'],
            'too many of the block' => [['household' => 1, 'block' => 5], ['block' => 9], [$household, $block], '9'],
            'a key of digits' => [['123' => 1], [], [['123', [60 => 7]]], null],
        ];
    }

    /**
     * @dataProvider listForwards
     */
    public function testCountsARequestToKlaviyoForTheAddressAndThenForAll(
        array $waits,
        array $counted,
        ?string $retryAfter
    ): void {
        $actual = [];
        $limit = $this->create($this->createCounter($waits, $actual));
        $this->assertRefused($retryAfter, $limit->refuseForward('sam@example.com'));
        self::assertSame($counted, $actual);
    }

    public static function listForwards(): array
    {
        $mailbox = ['mailbox', self::MAILBOX_LIMITS];
        $all = ['all', [60 => 1000]];
        return [
            'accepted' => [[], [$mailbox, $all], null],
            'too many for the address' => [['mailbox' => 3000], [$mailbox], '3000'],
            'too many of all' => [['all' => 12], [$mailbox, $all], '12'],
        ];
    }

    private function assertRefused(?string $retryAfter, ?Response $response): void
    {
        self::assertSame($retryAfter, $response?->retryAfter);
        self::assertSame($retryAfter === null ? null : 429, $response?->status);
    }

    /**
     * @param array<string, int> $waits by the key that is counted
     * @param array<int, array> $counted receives the arguments of each call
     */
    private function createCounter(array $waits, array &$counted): RequestCounter
    {
        $counter = $this->createStub(RequestCounter::class);
        $counter->method('count')->willReturnCallback(
            static function (string $key, array $limits) use ($waits, &$counted): int {
                $counted[] = [$key, $limits];
                return $waits[$key] ?? 0;
            }
        );
        return $counter;
    }

    private function create(RequestCounter $counter, array $visitorKeys = []): RequestLimit
    {
        $keys = $this->createStub(VisitorKeys::class);
        $keys->method('derive')->willReturn($visitorKeys);
        $mailboxKey = $this->createStub(MailboxKey::class);
        $mailboxKey->method('derive')->willReturnMap([['sam@example.com', 'mailbox']]);
        $settings = $this->createStub(Settings::class);
        $settings->method('getNumber')->willReturnMap([['general/requests_per_minute', 600, 20, 7]]);
        return new RequestLimit($keys, $mailboxKey, $settings, $counter, new ResponseFactory());
    }
}
