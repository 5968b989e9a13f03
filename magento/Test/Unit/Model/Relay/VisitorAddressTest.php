<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\ProxyNotice;
use BackInStock\Klaviyo\Model\Relay\VisitorAddress;
use Magento\Framework\App\Request\Http;
use Magento\Framework\HTTP\PhpEnvironment\RemoteAddress;
use PHPUnit\Framework\TestCase;

/**
 * Tests which address counts as the address of a visitor.
 */
class VisitorAddressTest extends TestCase
{
    /**
     * @dataProvider listAddresses
     */
    public function testFindsThePublicAddress(string|false $remote, string $forwarded, ?string $expected): void
    {
        $proxyNotice = $this->createMock(ProxyNotice::class);
        $proxyNotice->expects($expected === null ? self::once() : self::never())->method('raise');
        $remoteAddress = $this->createStub(RemoteAddress::class);
        $remoteAddress->method('getRemoteAddress')->willReturn($remote);
        $request = $this->createStub(Http::class);
        $request->method('getServer')->willReturnCallback(
            static fn (string $name, $default = null) => $name === 'HTTP_X_FORWARDED_FOR' ? $forwarded : $default
        );
        $bytes = (new VisitorAddress($remoteAddress, $proxyNotice))->find($request);
        self::assertSame($expected, $bytes === null ? null : inet_ntop($bytes));
    }

    public static function listAddresses(): array
    {
        return [
            'IPv4' => ['93.184.216.34', '', '93.184.216.34'],
            'IPv4 in IPv6' => ['::ffff:93.184.216.34', '', '93.184.216.34'],
            'IPv6' => ['2a00:1450:4001:82b::1', '', '2a00:1450:4001:82b::1'],
            'a header from the internet' => ['93.184.216.34', '1.1.1.1', '93.184.216.34'],
            'a proxy' => ['10.0.0.7', '93.184.216.34', '93.184.216.34'],
            'a proxy, with a forged entry' => ['10.0.0.7', '1.1.1.1, 93.184.216.34', '93.184.216.34'],
            'two proxies' => ['127.0.0.1', '93.184.216.34, 10.0.0.5', '93.184.216.34'],
            'a load balancer of the provider' => ['100.64.0.1', '93.184.216.34:50000', '93.184.216.34'],
            'IPv6 with a port' => ['::1', '[2a00:1450:4001:82b::1]:50000', '2a00:1450:4001:82b::1'],
            'a proxy without header' => ['10.0.0.7', '', null],
            'an invalid header' => ['10.0.0.7', 'unknown, "<b>"', null],
            'no address' => [false, '', null],
        ];
    }
}
