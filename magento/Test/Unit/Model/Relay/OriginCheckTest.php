<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\OriginCheck;
use Magento\Framework\App\Request\Http;
use Magento\Store\Model\StoreManagerInterface;
use PHPUnit\Framework\TestCase;

/**
 * Tests which requests count as requests from a page of the shop.
 */
class OriginCheckTest extends TestCase
{
    /**
     * @dataProvider listRequests
     */
    public function testAcceptsTheOriginOfTheShopOnly(?string $site, ?string $origin, bool $expected): void
    {
        $request = $this->createStub(Http::class);
        $request->method('getServer')->willReturnCallback(
            static fn (string $name, $default = null) => match ($name) {
                'HTTP_SEC_FETCH_SITE' => $site,
                'HTTP_ORIGIN' => $origin,
                default => null,
            } ?? $default
        );
        $store = new class {
            public function getBaseUrl($type = '', $secure = null): string
            {
                return $secure ? 'https://Shop.example:443/de/' : 'http://shop.example:8080/de/';
            }
        };
        $storeManager = $this->createStub(StoreManagerInterface::class);
        $storeManager->method('getStore')->willReturn($store);
        self::assertSame($expected, (new OriginCheck($storeManager))->isSameOrigin($request));
    }

    public static function listRequests(): array
    {
        return [
            'same origin' => ['same-origin', 'https://other.example', true],
            'another subdomain' => ['same-site', 'https://shop.example', false],
            'another site' => ['cross-site', 'https://shop.example', false],
            'older browser, https' => [null, 'https://shop.example', true],
            'older browser, http' => [null, 'http://shop.example:8080', true],
            'older browser, another port' => [null, 'http://shop.example', false],
            'older browser, another site' => [null, 'https://shop.example.evil.example', false],
            'sandboxed frame' => [null, 'null', false],
            'no headers' => [null, null, false],
        ];
    }
}
