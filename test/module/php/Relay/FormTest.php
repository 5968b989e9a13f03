<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use Magento\Framework\App\Request\Http;
use PHPUnit\Framework\TestCase;

/**
 * What of a request's body is taken.
 */
final class FormTest extends TestCase
{
    private const MISSING = '{"status":400,"message":"There was something wrong with your request: * %s * '
        . 'This field is required."}';

    private const REFUSED = '{"errors":["There was something wrong with your request. Please try again."],'
        . '"data":{},"success":false}';

    /**
     * @dataProvider listOtherTypes
     */
    public function testTakesNothingButTheFormOfTheWidget(?string $type): void
    {
        $shop = new RelayedShop();
        self::assertSame(415, $shop->post([], ['CONTENT_TYPE' => $type])->status);
        self::assertSame(0, $shop->cache->calls);
        self::assertSame([], $shop->klaviyo->requests);
    }

    public static function listOtherTypes(): array
    {
        return [
            ['application/json'],
            ['multipart/form-data; boundary=x'],
            ['text/plain'],
            ['text/plain; application/x-www-form-urlencoded'],
            ['application/x-www-form-urlencoded-not'],
            [''],
            [null],
        ];
    }

    public function testTakesTheTypeHoweverItIsWritten(): void
    {
        foreach (['application/x-www-form-urlencoded', 'APPLICATION/X-WWW-Form-Urlencoded ; charset=utf-8'] as $type) {
            self::assertSame(200, (new RelayedShop())->post([], ['CONTENT_TYPE' => $type])->status);
        }
    }

    public function testTakesFourKilobytesAndNotAByteMore(): void
    {
        $shop = new RelayedShop();
        $body = http_build_query(RelayedShop::FIELDS) . '&fill=';
        $full = $body . str_repeat('a', 4096 - strlen($body));
        self::assertSame(200, $shop->send($full)->status);
        self::assertSame(413, $shop->send($full . 'a')->status);
        // A length that is left out, or too small, does not help.
        self::assertSame(413, $shop->send($full . 'a', ['CONTENT_LENGTH' => null])->status);
        self::assertSame(413, $shop->send($full . 'a', ['CONTENT_LENGTH' => '5'])->status);
        self::assertCount(1, $shop->klaviyo->requests);
    }

    public function testDoesNotReadWhatSaysItselfThatItIsTooLong(): void
    {
        $shop = new RelayedShop();
        $request = $this->createMock(Http::class);
        $request->method('isPost')->willReturn(true);
        $request->method('getServer')->willReturnCallback(static fn (string $name) => [
            'CONTENT_TYPE' => 'application/x-www-form-urlencoded',
            'CONTENT_LENGTH' => '4097',
            'HTTP_SEC_FETCH_SITE' => 'same-origin',
        ][$name] ?? null);
        $request->expects(self::never())->method('getContent');
        self::assertSame(413, $shop->dispatch($request)->status);
    }

    public function testTheLongestThatTheWidgetSendsIsNotTooLong(): void
    {
        $shop = new RelayedShop([
            'back_in_stock/general/variant_id' => 'sku',
            'back_in_stock/form/newsletter_list' => 'XyZ987',
        ]);
        $sku = str_repeat('漢', 64);
        $shop->products = [['id' => '1', 'sku' => $sku, 'name' => 'A', 'inStock' => false]];
        $email = str_repeat('漢', 127) . '@' . str_repeat('漢', 120) . '.' . str_repeat('漢', 5);
        $fields = ['email' => $email, 'variant' => $sku, 'g' => 'XyZ987', 'subscribe_for_newsletter' => 'true'];
        self::assertSame(200, $shop->post($fields)->status);
    }

    /**
     * @dataProvider listRequiredFields
     */
    public function testNamesTheFieldThatIsMissing(string $field): void
    {
        $shop = new RelayedShop();
        foreach ([null, '', "  \t", ['sam@example.com'], ['x' => ['y' => 'z']]] as $value) {
            $answer = $shop->post([$field => $value]);
            self::assertSame(400, $answer->status);
            self::assertSame(sprintf(self::MISSING, $field), $answer->body);
        }
        self::assertSame([], $shop->klaviyo->requests);
    }

    public static function listRequiredFields(): array
    {
        return [['email'], ['variant'], ['store']];
    }

    public function testWhatStandsInTheAddressIsNoField(): void
    {
        $shop = new RelayedShop();
        $answer = $shop->post(['email' => null], ['QUERY_STRING' => 'email=sam@example.com']);
        self::assertSame(sprintf(self::MISSING, 'email'), $answer->body);
    }

    /**
     * @dataProvider listPlausibleAddresses
     */
    public function testLeavesAnAddressThatMayBeRightToKlaviyo(string $email): void
    {
        $shop = new RelayedShop();
        self::assertSame(200, $shop->post(['email' => $email])->status);
        $sent = [];
        parse_str($shop->klaviyo->requests[0][1], $sent);
        self::assertSame($email, $sent['email']);
    }

    public static function listPlausibleAddresses(): array
    {
        return [
            ['sam@example.com'],
            ['Sam.Smith+shop@mail.Example.co.uk'],
            ["o'brien!#$%&*/=?^`{|}~@example.ie"],
            ['sam@xn--bcher-kva.example'],
            ['jörg@bücher.example'],
            ['用户@例子.中国'],
            ['sam@उदाहरण.भारत'],
            ['пример@пример.рф'],
            [str_repeat('s', 242) . '@example.com'],
        ];
    }

    /**
     * @dataProvider listWrongAddresses
     */
    public function testRefusesWhatIsNoSingleAddressInKlaviyosWords(string $email): void
    {
        $shop = new RelayedShop();
        $answer = $shop->post(['email' => $email]);
        self::assertSame(400, $answer->status);
        self::assertSame(self::REFUSED, $answer->body);
        self::assertSame([], $shop->klaviyo->requests);
    }

    public static function listWrongAddresses(): array
    {
        return [
            ['sam'],
            ['sam@example'],
            ['@example.com'],
            ['sam@@example.com'],
            ['sam,eve@example.com'],
            ['sam;eve@example.com'],
            ['sam@example.com,eve@example.com'],
            ['sam@example.com;eve@example.com'],
            ['sam@example.com eve@example.com'],
            ["sam@example.com\neve@example.com"],
            ["sam@example.com\r\nBcc: eve@example.com"],
            ["sam\0@example.com"],
            ["sam\x1F@example.com"],
            ["sam\u{85}@example.com"],
            ["sam\u{2003}x@example.com"],
            ['Sam <sam@example.com>'],
            ['"sam"@example.com'],
            ["sam\xFF@example.com"],
            [str_repeat('s', 243) . '@example.com'],
        ];
    }

    public function testBlanksAroundAFieldDoNotCount(): void
    {
        $shop = new RelayedShop();
        $shop->post(['email' => " sam@example.com\n", 'variant' => '2045 ', 'store' => ' 1']);
        self::assertSame(
            'a=ABC123&email=sam%40example.com&variant=2045&platform=magento_two&store=1',
            $shop->klaviyo->requests[0][1]
        );
    }
}
