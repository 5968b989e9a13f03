<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\VisitorAddress;
use BackInStock\Klaviyo\Model\Relay\VisitorKeys;
use Magento\Framework\App\Request\Http;
use Magento\Framework\Encryption\EncryptorInterface;
use PHPUnit\Framework\TestCase;

/**
 * Tests by which parts of the network address a visitor is counted.
 */
class VisitorKeysTest extends TestCase
{
    /**
     * @dataProvider listAddresses
     */
    public function testHashesTheAddressWithTheKeyOfTheShop(?string $address, array $expected): void
    {
        $visitorAddress = $this->createStub(VisitorAddress::class);
        $visitorAddress->method('find')->willReturn($address === null ? null : inet_pton($address));
        $encryptor = $this->createStub(EncryptorInterface::class);
        $encryptor->method('hash')->willReturnCallback(static fn ($data): string => "hash of $data");
        $keys = new VisitorKeys($visitorAddress, $encryptor);
        self::assertSame($expected, $keys->derive($this->createStub(Http::class)));
    }

    public static function listAddresses(): array
    {
        return [
            'unknown' => [null, []],
            'IPv4' => ['93.184.216.34', ['hash of back in stock 5db8d822' => 1]],
            'IPv6: the household and its block' => ['2a00:1450:4001:82b::1', [
                'hash of back in stock 2a0014504001082b' => 1,
                'hash of back in stock 2a0014504001' => 5,
            ]],
        ];
    }
}
