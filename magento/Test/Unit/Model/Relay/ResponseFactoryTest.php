<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\Response;
use BackInStock\Klaviyo\Model\Relay\ResponseFactory;
use PHPUnit\Framework\TestCase;

/**
 * Tests that invalid subscriptions get the documented error responses of Klaviyo, and all others do not.
 */
class ResponseFactoryTest extends TestCase
{
    private const MESSAGE = 'There was something wrong with your request';

    public function testNamesAMissingField(): void
    {
        $this->assertResponse(
            400,
            '{"status":400,"message":"' . self::MESSAGE . ': * email * This field is required."}',
            (new ResponseFactory())->createMissingField('email')
        );
    }

    public function testNamesAnInvalidField(): void
    {
        $this->assertResponse(
            400,
            '{"status":400,"message":"' . self::MESSAGE . ': * store * This value is not valid."}',
            (new ResponseFactory())->createInvalidField('store')
        );
    }

    public function testRefusesAnInvalidAddress(): void
    {
        $this->assertResponse(
            400,
            '{"errors":["' . self::MESSAGE . '. Please try again."],"data":{},"success":false}',
            (new ResponseFactory())->createInvalidEmail()
        );
    }

    public function testCreatesOtherErrorsWithTheTimeToWait(): void
    {
        $response = (new ResponseFactory())->createError(503, 'Klaviyo is down/slow.', 30);
        $this->assertResponse(503, '{"detail":"Klaviyo is down/slow."}', $response);
        self::assertSame('30', $response->retryAfter);
        self::assertNull((new ResponseFactory())->createError(502, '')->retryAfter);
    }

    public function testAResponseThatCannotBeReturnedIsABadGateway(): void
    {
        $this->assertResponse(
            502,
            '{"detail":"The response of Klaviyo cannot be returned."}',
            (new ResponseFactory())->createBadGateway()
        );
    }

    private function assertResponse(int $status, string $body, Response $response): void
    {
        self::assertSame([$status, $body], [$response->status, $response->body]);
    }
}
