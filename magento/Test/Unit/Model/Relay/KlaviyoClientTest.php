<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\KlaviyoClient;
use BackInStock\Klaviyo\Model\Relay\KlaviyoResponseReader;
use BackInStock\Klaviyo\Model\Relay\Outage;
use BackInStock\Klaviyo\Model\Relay\Response;
use BackInStock\Klaviyo\Model\Relay\ResponseFactory;
use Magento\Framework\HTTP\Client\Curl;
use Magento\Framework\HTTP\Client\CurlFactory;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\TestCase;
use Psr\Log\LoggerInterface;

/**
 * Tests what the relay sends to Klaviyo, and what it does with a response or without one.
 */
class KlaviyoClientTest extends TestCase
{
    /**
     * @var Curl&MockObject
     */
    private Curl $curl;

    /**
     * @var KlaviyoResponseReader&MockObject
     */
    private KlaviyoResponseReader $responseReader;

    /**
     * @var Outage&MockObject
     */
    private Outage $outage;

    /**
     * @var LoggerInterface&MockObject
     */
    private LoggerInterface $logger;

    /**
     * @var array<int, mixed> the options of curl that the client has set
     */
    private array $options = [];

    protected function setUp(): void
    {
        $this->curl = $this->createMock(Curl::class);
        $this->curl->method('setOption')->willReturnCallback(function ($name, $value): void {
            $this->options[$name] = $value;
        });
        $this->responseReader = $this->createMock(KlaviyoResponseReader::class);
        $this->outage = $this->createMock(Outage::class);
        $this->logger = $this->createMock(LoggerInterface::class);
    }

    public function testPostsTheFieldsAndReturnsTheResponse(): void
    {
        $this->curl->method('getStatus')->willReturn(200);
        $this->curl->expects(self::once())->method('post')
            ->with('https://a.klaviyo.com/api/v1/catalog/subscribe', 'a=ABC123&email=sam%2B1%40example.com&variant=5')
            ->willReturnCallback(fn () => $this->receive('{"success":', ' true}'));
        $this->outage->expects(self::once())->method('end');
        $this->outage->expects(self::never())->method('begin');
        $response = new Response(200, '{"success": true}');
        $this->responseReader->expects(self::once())->method('read')
            ->with($this->curl, '{"success": true}')->willReturn($response);
        self::assertSame($response, $this->send());
    }

    public function testUsesHttpsFollowsNoRedirectAndWaitsFewSeconds(): void
    {
        $this->curl->expects(self::once())->method('setTimeout')->with(4);
        $this->responseReader->method('read')->willReturn(new Response(200, ''));
        $this->send();
        self::assertSame(CURLPROTO_HTTPS, $this->options[CURLOPT_PROTOCOLS]);
        self::assertFalse($this->options[CURLOPT_FOLLOWLOCATION]);
        self::assertTrue($this->options[CURLOPT_SSL_VERIFYPEER]);
        self::assertSame(2, $this->options[CURLOPT_SSL_VERIFYHOST]);
        self::assertSame(2, $this->options[CURLOPT_CONNECTTIMEOUT]);
    }

    /**
     * @testWith [200, false]
     *           [429, false]
     *           [499, false]
     *           [500, true]
     *           [503, true]
     */
    public function testAServerErrorBeginsAPause(int $status, bool $isOutage): void
    {
        $this->curl->method('getStatus')->willReturn($status);
        $this->responseReader->method('read')->willReturn(new Response($status, ''));
        $this->outage->expects($isOutage ? self::once() : self::never())->method('begin');
        $this->outage->expects($isOutage ? self::never() : self::once())->method('end');
        self::assertSame($status, $this->send()->status);
    }

    public function testNoResponseBeginsAPauseAndIsLoggedWithoutTheMessageOfTheError(): void
    {
        $this->curl->method('post')->willThrowException(new \Exception('Timeout for sam@example.com'));
        $this->responseReader->expects(self::never())->method('read');
        $this->outage->expects(self::once())->method('begin');
        $this->logger->expects(self::once())->method('warning')
            ->with(self::logicalNot(self::stringContains('sam')), []);
        self::assertSame(504, $this->send()->status);
    }

    public function testAResponseThatIsTooLongEndsTheRequestWithoutAPause(): void
    {
        $this->curl->method('post')->willReturnCallback(function (): void {
            $this->receive(str_repeat('a', 100_000));
            self::assertSame(0, $this->options[CURLOPT_WRITEFUNCTION](null, 'a'));
            throw new \Exception('Failure writing output to destination');
        });
        $this->outage->expects(self::never())->method('begin');
        $this->logger->expects(self::once())->method('warning')->with(self::stringContains('too long'));
        self::assertSame(502, $this->send()->status);
    }

    private function receive(string ...$parts): void
    {
        foreach ($parts as $part) {
            self::assertSame(strlen($part), $this->options[CURLOPT_WRITEFUNCTION](null, $part));
        }
    }

    private function send(): Response
    {
        $curlFactory = $this->createStub(CurlFactory::class);
        $curlFactory->method('create')->willReturn($this->curl);
        $client = new KlaviyoClient(
            $curlFactory,
            $this->responseReader,
            $this->outage,
            new ResponseFactory(),
            $this->logger
        );
        return $client->send(['a' => 'ABC123', 'email' => 'sam+1@example.com', 'variant' => '5']);
    }
}
