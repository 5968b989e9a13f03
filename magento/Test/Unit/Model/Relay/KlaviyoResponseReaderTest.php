<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\KlaviyoResponseReader;
use BackInStock\Klaviyo\Model\Relay\ResponseFactory;
use Magento\Framework\HTTP\Client\Curl;
use PHPUnit\Framework\TestCase;
use Psr\Log\LoggerInterface;

/**
 * Tests what the relay returns of a response of Klaviyo.
 */
class KlaviyoResponseReaderTest extends TestCase
{
    /**
     * @testWith [200, 200]
     *           [226, 200]
     *           [400, 400]
     *           [410, 410]
     *           [421, 400]
     *           [429, 429]
     *           [503, 503]
     *           [520, 502]
     */
    public function testReturnsTheStatusOrTheNearestOneThatMagentoSupports(int $status, int $expected): void
    {
        $response = $this->create()->read($this->createClient($status), '{"success": true}');
        self::assertSame($expected, $response->status);
        self::assertSame('{"success": true}', $response->body);
    }

    /**
     * @testWith [0]
     *           [100]
     *           [301]
     *           [600]
     */
    public function testReturnsAnErrorForARedirectOrAnInvalidStatus(int $status): void
    {
        $logger = $this->createMock(LoggerInterface::class);
        $logger->expects(self::once())->method('warning')->with(self::stringContains("HTTP $status"));
        $response = $this->create($logger)->read($this->createClient($status), '{"success": true}');
        self::assertSame(502, $response->status);
        self::assertSame(['detail'], array_keys(json_decode($response->body, true)));
    }

    public function testLogsThatKlaviyoHasRetiredTheEndpoint(): void
    {
        $logger = $this->createMock(LoggerInterface::class);
        $logger->expects(self::once())->method('error')->with(self::stringContains('HTTP 410'));
        $this->create($logger)->read($this->createClient(410), '');
    }

    /**
     * @dataProvider listHeaders
     */
    public function testReturnsAValidRetryAfterHeader(array $headers, ?string $expected): void
    {
        self::assertSame($expected, $this->create()->read($this->createClient(429, $headers), '')->retryAfter);
    }

    public static function listHeaders(): array
    {
        $date = 'Wed, 21 Oct 2026 07:28:00 GMT';
        return [
            'none' => [[], null],
            'seconds' => [['retry-after' => '30'], '30'],
            'a date' => [['Retry-After' => $date], $date],
            'an invalid date' => [['Retry-After' => 'Wed, 21 Oct 2026 27:28:00 GMT'], null],
            'a text' => [['Retry-After' => 'soon'], null],
            'two lines' => [['Retry-After' => "30\nSet-Cookie: a=b"], null],
            'several headers' => [['Retry-After' => ['30', '60']], null],
        ];
    }

    private function create(?LoggerInterface $logger = null): KlaviyoResponseReader
    {
        return new KlaviyoResponseReader(
            new ResponseFactory(),
            $logger ?? $this->createStub(LoggerInterface::class)
        );
    }

    private function createClient(int $status, array $headers = []): Curl
    {
        $curl = $this->createStub(Curl::class);
        $curl->method('getStatus')->willReturn($status);
        $curl->method('getHeaders')->willReturn($headers);
        return $curl;
    }
}
