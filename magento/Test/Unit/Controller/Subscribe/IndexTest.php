<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Controller\Subscribe;

use BackInStock\Klaviyo\Controller\Subscribe\Index;
use BackInStock\Klaviyo\Model\Relay\Relay;
use BackInStock\Klaviyo\Model\Relay\Response;
use Magento\Framework\App\Request\Http;
use Magento\Framework\Controller\Result\Json;
use Magento\Framework\Controller\Result\JsonFactory;
use Magento\Framework\Exception\NotFoundException;
use PHPUnit\Framework\TestCase;

/**
 * Tests which requests the controller accepts, and how it converts the response of the relay.
 */
class IndexTest extends TestCase
{
    public function testThePageDoesNotExistWhenTheRelayIsOff(): void
    {
        $relay = $this->createRelay(isOn: false);
        $relay->expects(self::never())->method('answer');
        $this->expectException(NotFoundException::class);
        $this->create($relay)->execute();
    }

    /**
     * @dataProvider listResponses
     */
    public function testConvertsTheResponseOfTheRelay(Response $response, array $headers): void
    {
        $relay = $this->createRelay(isOn: true);
        $relay->method('answer')->willReturn($response);
        $set = [];
        $json = $this->createMock(Json::class);
        $json->expects(self::once())->method('setHttpResponseCode')->with($response->status)->willReturnSelf();
        $json->expects(self::once())->method('setJsonData')->with($response->body)->willReturnSelf();
        $json->method('setHeader')->willReturnCallback(
            static function (string $name, string $value) use (&$set, $json): Json {
                $set[$name] = $value;
                return $json;
            }
        );
        self::assertSame($json, $this->create($relay, json: $json)->execute());
        self::assertSame($headers, $set);
    }

    public static function listResponses(): array
    {
        $headers = ['X-Content-Type-Options' => 'nosniff', 'Cache-Control' => 'no-store'];
        return [
            'success' => [new Response(200, '{"success": true}'), $headers],
            'too many requests' => [new Response(429, '{}', '45'), [...$headers, 'Retry-After' => '45']],
        ];
    }

    /**
     * @testWith [true, true, true, true]
     *           [true, false, true, false]
     *           [true, false, false, true]
     *           [false, false, true, true]
     */
    public function testAcceptsPostRequestsFromTheShopOnly(bool $isPost, bool $isOwn, bool $isOn, bool $expected): void
    {
        $relay = $this->createRelay($isOn);
        $relay->method('isSameOrigin')->willReturn($isOwn);
        $request = $this->createStub(Http::class);
        $request->method('isPost')->willReturn($isPost);
        self::assertSame($expected, $this->create($relay, $request)->validateForCsrf($request));
    }

    public function testRefusesOtherOriginsWithoutAMessage(): void
    {
        $relay = $this->createRelay(isOn: true);
        $relay->method('refuseOtherOrigin')->willReturn(new Response(403, '{}'));
        $json = $this->createMock(Json::class);
        $json->expects(self::once())->method('setHttpResponseCode')->with(403)->willReturnSelf();
        $json->method('setJsonData')->willReturnSelf();
        $request = $this->createStub(Http::class);
        $exception = $this->create($relay, $request, $json)->createCsrfValidationException($request);
        self::assertSame($json, $exception->getReplaceResult());
        self::assertSame([], $exception->getMessages());
    }

    private function createRelay(bool $isOn): Relay
    {
        $relay = $this->createMock(Relay::class);
        $relay->method('isOn')->willReturn($isOn);
        return $relay;
    }

    private function create(Relay $relay, ?Http $request = null, ?Json $json = null): Index
    {
        $factory = $this->createStub(JsonFactory::class);
        $factory->method('create')->willReturn($json ?? $this->createStub(Json::class));
        return new Index($request ?? $this->createStub(Http::class), $factory, $relay);
    }
}
