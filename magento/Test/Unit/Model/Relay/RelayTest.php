<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\ConcurrencyLimit;
use BackInStock\Klaviyo\Model\Relay\FormReader;
use BackInStock\Klaviyo\Model\Relay\KlaviyoClient;
use BackInStock\Klaviyo\Model\Relay\OriginCheck;
use BackInStock\Klaviyo\Model\Relay\Relay;
use BackInStock\Klaviyo\Model\Relay\RequestLimit;
use BackInStock\Klaviyo\Model\Relay\Response;
use BackInStock\Klaviyo\Model\Relay\ResponseFactory;
use BackInStock\Klaviyo\Model\Relay\Slot;
use BackInStock\Klaviyo\Model\Relay\SubscriptionReader;
use BackInStock\Klaviyo\Model\Settings;
use Magento\Framework\App\Request\Http;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\TestCase;
use Psr\Log\LoggerInterface;

/**
 * Tests the order of the checks, and that the relay handles every error.
 */
class RelayTest extends TestCase
{
    private const POSTED = ['email' => 'sam@example.com', 'variant' => '5', 'store' => '1'];

    private const FIELDS = ['a' => 'ABC123', ...self::POSTED];

    /**
     * The checks in their order, and the request to Klaviyo after them.
     */
    private const CHECKS = [
        [FormReader::class, 'refuse'],
        [RequestLimit::class, 'refuseVisitor'],
        [SubscriptionReader::class, 'read'],
        [ConcurrencyLimit::class, 'acquire'],
        [KlaviyoClient::class, 'send'],
    ];

    /**
     * @var array<class-string, MockObject>
     */
    private array $mocks = [];

    private Slot $slot;

    protected function setUp(): void
    {
        $classes = [
            Settings::class, OriginCheck::class, FormReader::class, RequestLimit::class, SubscriptionReader::class,
            ConcurrencyLimit::class, KlaviyoClient::class, LoggerInterface::class,
        ];
        foreach ($classes as $class) {
            $this->mocks[$class] = $this->createMock($class);
        }
        $this->slot = new Slot('back_in_stock_place_1', '1008 a');
    }

    /**
     * @testWith [true, "relay", true]
     *           [true, "onsite", false]
     *           [false, "relay", false]
     */
    public function testIsOnIfTheMerchantHasChosenTheRelay(bool $isModuleOn, string $transport, bool $expected): void
    {
        $this->mocks[Settings::class]->method('isOn')->willReturn($isModuleOn);
        $this->mocks[Settings::class]->method('getText')->willReturnMap([['general/api', $transport]]);
        self::assertSame($expected, $this->create()->isOn());
    }

    public function testIsOffAndLogsThePlaceOfTheErrorIfTheSettingsCannotBeRead(): void
    {
        $this->mocks[Settings::class]->method('isOn')->willThrowException(new \RuntimeException('sam@example.com'));
        $this->expectLoggedPlace();
        self::assertFalse($this->create()->isOn());
    }

    /**
     * @testWith [true]
     *           [false]
     */
    public function testChecksTheOrigin(bool $isSameOrigin): void
    {
        $this->mocks[OriginCheck::class]->method('isSameOrigin')->willReturn($isSameOrigin);
        self::assertSame($isSameOrigin, $this->create()->isSameOrigin($this->createStub(Http::class)));
    }

    public function testAnErrorInTheCheckOfTheOriginMeansAnotherOrigin(): void
    {
        $this->mocks[OriginCheck::class]->method('isSameOrigin')
            ->willThrowException(new \RuntimeException('sam@example.com'));
        $this->expectLoggedPlace();
        self::assertFalse($this->create()->isSameOrigin($this->createStub(Http::class)));
    }

    public function testRefusesOtherOriginsAsForbidden(): void
    {
        self::assertSame(403, $this->create()->refuseOtherOrigin()->status);
    }

    public function testSendsASubscriptionAndReleasesTheSlot(): void
    {
        $response = new Response(200, '{"success": true}');
        $this->acceptBefore(4);
        $this->mocks[RequestLimit::class]->expects(self::once())->method('refuseForward')
            ->with('sam@example.com')->willReturn(null);
        $this->mocks[KlaviyoClient::class]->expects(self::once())->method('send')
            ->with(self::FIELDS)->willReturn($response);
        $this->expectRelease();
        self::assertSame($response, $this->answer());
    }

    /**
     * @testWith [0]
     *           [1]
     *           [2]
     *           [3]
     */
    public function testTheFirstCheckThatRefusesARequestEndsIt(int $number): void
    {
        $refusal = new Response(429, '{}');
        $this->acceptBefore($number);
        [$refusing, $method] = self::CHECKS[$number];
        $this->mocks[$refusing]->expects(self::once())->method($method)->willReturn($refusal);
        foreach (array_slice(self::CHECKS, $number + 1) as [$class, $method]) {
            $this->mocks[$class]->expects(self::never())->method($method);
        }
        self::assertSame($refusal, $this->answer());
    }

    public function testReleasesTheSlotOfARequestAboveTheLimitOfItsAddress(): void
    {
        $refusal = new Response(429, '{}', '60');
        $this->acceptBefore(4);
        $this->mocks[RequestLimit::class]->method('refuseForward')->willReturn($refusal);
        $this->mocks[KlaviyoClient::class]->expects(self::never())->method('send');
        $this->expectRelease();
        self::assertSame($refusal, $this->answer());
    }

    public function testAnErrorIsLoggedAndReleasesTheSlot(): void
    {
        $this->acceptBefore(4);
        $this->mocks[KlaviyoClient::class]->method('send')->willThrowException(new \TypeError('sam@example.com'));
        $this->expectRelease();
        $this->expectLoggedPlace();
        self::assertSame(500, $this->answer()->status);
    }

    /**
     * Let all checks before a number accept the request.
     */
    private function acceptBefore(int $number): void
    {
        $this->mocks[FormReader::class]->method('read')->willReturn(self::POSTED);
        $accepted = [null, null, self::FIELDS, $this->slot];
        foreach (array_slice(self::CHECKS, 0, $number) as $index => [$class, $method]) {
            $this->mocks[$class]->expects(self::once())->method($method)->willReturn($accepted[$index]);
        }
    }

    private function expectRelease(): void
    {
        $this->mocks[ConcurrencyLimit::class]->expects(self::once())->method('release')->with($this->slot);
    }

    private function expectLoggedPlace(): void
    {
        $this->mocks[LoggerInterface::class]->expects(self::once())->method('error')->with(self::logicalAnd(
            self::stringContains('in ' . __FILE__),
            self::logicalNot(self::stringContains('sam@example.com'))
        ), []);
    }

    private function answer(): Response
    {
        return $this->create()->answer($this->createStub(Http::class));
    }

    private function create(): Relay
    {
        return new Relay(
            $this->mocks[Settings::class],
            $this->mocks[OriginCheck::class],
            $this->mocks[FormReader::class],
            $this->mocks[RequestLimit::class],
            $this->mocks[SubscriptionReader::class],
            $this->mocks[ConcurrencyLimit::class],
            $this->mocks[KlaviyoClient::class],
            new ResponseFactory(),
            $this->mocks[LoggerInterface::class]
        );
    }
}
