<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Store\Model\StoreManagerInterface;
use PHPUnit\Framework\TestCase;

/**
 * Whom /back-in-stock/subscribe answers at all.
 */
final class AddressTest extends TestCase
{
    private const SECRET = 'sam@example.com';

    /**
     * @dataProvider listSettingsWithoutRelay
     */
    public function testThereIsNoSuchPageWhereTheMerchantHasNotChosenTheRelay(array $settings): void
    {
        $shop = new RelayedShop($settings);
        self::assertNull($shop->post());
        // Whoever asks from elsewhere gets no answer either.
        self::assertNull($shop->post([], ['HTTP_SEC_FETCH_SITE' => 'cross-site']));
        $this->assertNothingDone($shop);
    }

    public static function listSettingsWithoutRelay(): array
    {
        return [
            'as it comes' => [['back_in_stock/general/api' => 'onsite']],
            'current API' => [['back_in_stock/general/api' => 'client']],
            'emptied' => [['back_in_stock/general/api' => null]],
            'disabled' => [['back_in_stock/general/enabled' => '0']],
            'no key' => [['back_in_stock/general/api_key' => null]],
            'private key' => [['back_in_stock/general/api_key' => 'pk_0123456789']],
        ];
    }

    /**
     * @dataProvider listOtherMethods
     */
    public function testThereIsNoSuchPageForAnythingButPost(string $method): void
    {
        $shop = new RelayedShop();
        self::assertNull($shop->post([], ['REQUEST_METHOD' => $method]));
        self::assertNull($shop->post([], ['REQUEST_METHOD' => $method, 'HTTP_SEC_FETCH_SITE' => 'none']));
        $this->assertNothingDone($shop);
    }

    public static function listOtherMethods(): array
    {
        return [['GET'], ['HEAD'], ['OPTIONS'], ['PUT'], ['DELETE']];
    }

    /**
     * @dataProvider listOwnOrigins
     */
    public function testAnswersPagesOfTheShop(?string $site, ?string $origin): void
    {
        $shop = new RelayedShop();
        $answer = $shop->post([], ['HTTP_SEC_FETCH_SITE' => $site, 'HTTP_ORIGIN' => $origin]);
        self::assertSame(200, $answer->status);
        self::assertCount(1, $shop->klaviyo->requests);
    }

    public static function listOwnOrigins(): array
    {
        return [
            'a browser of today' => ['same-origin', 'https://shop.example'],
            'its word counts, since a shop may have more names' => ['same-origin', 'https://m.example'],
            'a browser that sends only where it is' => ['same-origin', null],
            'an older browser, with TLS' => [null, 'https://shop.example'],
            'an older browser, without TLS' => [null, 'http://shop.example'],
            'an address without TLS, for which no browser says more' => ['', 'http://shop.example'],
        ];
    }

    /**
     * @dataProvider listOtherOrigins
     */
    public function testRefusesEverybodyElse(?string $site, ?string $origin): void
    {
        $shop = new RelayedShop();
        $answer = $shop->post([], ['HTTP_SEC_FETCH_SITE' => $site, 'HTTP_ORIGIN' => $origin]);
        self::assertSame(403, $answer->status);
        self::assertSame('{"detail":"Only pages of this shop may ask."}', $answer->body);
        $this->assertNothingDone($shop);
    }

    public static function listOtherOrigins(): array
    {
        return [
            'another site' => ['cross-site', 'https://evil.example'],
            'another host of the same site' => ['same-site', 'https://blog.shop.example'],
            'what a browser says counts more than the origin' => ['cross-site', 'https://shop.example'],
            'typed into the address bar' => ['none', null],
            'none of the words there are' => ['Same-Origin', 'https://shop.example'],
            'an older browser on another site' => [null, 'https://evil.example'],
            'a sandboxed frame' => [null, 'null'],
            'another port' => [null, 'https://shop.example:8443'],
            'a name that begins like the shop' => [null, 'https://shop.example.evil.example'],
            'a name that ends like the shop' => [null, 'https://evilshop.example'],
            'a path, which no origin has' => [null, 'https://shop.example/'],
            'an extension' => [null, 'moz-extension://shop.example'],
            'no word of where it comes from' => [null, null],
        ];
    }

    public function testComparesOriginsAsBrowsersWriteThem(): void
    {
        $shop = new RelayedShop([], '', [1 => []], 'http://Shop.Example:80/', 'https://shop.example:443/index.php/de/');
        foreach (['http://shop.example', 'https://shop.example'] as $origin) {
            self::assertSame(200, $shop->post([], ['HTTP_SEC_FETCH_SITE' => null, 'HTTP_ORIGIN' => $origin])->status);
        }
        $shop = new RelayedShop(secureBaseUrl: 'https://shop.example:8443/');
        $own = ['HTTP_SEC_FETCH_SITE' => null, 'HTTP_ORIGIN' => 'https://shop.example:8443'];
        self::assertSame(200, $shop->post([], $own)->status);
        $other = ['HTTP_SEC_FETCH_SITE' => null, 'HTTP_ORIGIN' => 'https://shop.example'];
        self::assertSame(403, $shop->post([], $other)->status);
    }

    public function testEveryAnswerIsJsonThatNobodyKeepsAndNoOtherOriginReads(): void
    {
        $shop = new RelayedShop(['back_in_stock/general/requests_per_minute' => '3']);
        $answers = [
            403 => $shop->post([], ['HTTP_SEC_FETCH_SITE' => 'cross-site']),
            415 => $shop->send('{}', ['CONTENT_TYPE' => 'application/json']),
            413 => $shop->send(str_repeat('a', 4097)),
            400 => $shop->post(['email' => 'nobody']),
            200 => $shop->post(),
        ];
        $shop->klaviyo->failure = new \Exception('Operation timed out');
        $answers[504] = $shop->post();
        $answers[429] = $shop->post();
        foreach ($answers as $status => $answer) {
            self::assertSame($status, $answer->status);
            self::assertIsObject(json_decode($answer->body));
            $headers = array_diff_key($answer->headers, ['Retry-After' => 1]);
            self::assertSame([
                'Content-Type' => 'application/json',
                'X-Content-Type-Options' => 'nosniff',
                'Cache-Control' => 'no-store',
            ], $headers);
            self::assertSame($status === 429, isset($answer->headers['Retry-After']));
        }
    }

    public function testWhereTheOriginCannotBeToldItIsAnother(): void
    {
        $shop = new RelayedShop();
        $shop->stores = $this->createStub(StoreManagerInterface::class);
        $shop->stores->method('getStore')->willThrowException(new \Exception(self::SECRET));
        $answer = $shop->post([], ['HTTP_SEC_FETCH_SITE' => null]);
        self::assertSame(403, $answer->status);
        $this->assertOnlyThePlaceIsLogged($shop);
    }

    public function testWhereTheSettingsCannotBeReadThereIsNoSuchPage(): void
    {
        $shop = new RelayedShop();
        $shop->configuration = $this->createStub(ScopeConfigInterface::class);
        foreach (['getValue', 'isSetFlag'] as $method) {
            $shop->configuration->method($method)->willThrowException(new \Error(self::SECRET));
        }
        self::assertNull($shop->post());
        $this->assertOnlyThePlaceIsLogged($shop);
    }

    /**
     * What an error says may be what the shopper has sent.
     */
    private function assertOnlyThePlaceIsLogged(RelayedShop $shop): void
    {
        self::assertSame([], $shop->klaviyo->requests);
        self::assertCount(1, $shop->log->lines);
        $line = trim($shop->log->lines[0]);
        self::assertMatchesRegularExpression('/: (Error|Exception) in [^ ]+\.php, line \d+\.$/', $line);
        self::assertStringNotContainsString(self::SECRET, $line);
    }

    private function assertNothingDone(RelayedShop $shop): void
    {
        self::assertSame([], $shop->klaviyo->requests);
        self::assertSame(0, $shop->cache->calls);
        self::assertSame([], $shop->locks->taken);
        self::assertSame([], $shop->log->lines);
    }
}
