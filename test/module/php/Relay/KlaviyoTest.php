<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use PHPUnit\Framework\TestCase;

/**
 * How a subscription goes to Klaviyo, and what comes back.
 */
final class KlaviyoTest extends TestCase
{
    private const WRONG = 'There was something wrong with your request';

    public function testSendsToOneFixedAddress(): void
    {
        $shop = new RelayedShop();
        $shop->post(['email' => 'sam+shoes@mail.example.com']);
        self::assertSame([[
            'https://a.klaviyo.com/api/v1/catalog/subscribe',
            'a=ABC123&email=sam%2Bshoes%40mail.example.com&variant=2045&platform=magento_two&store=1',
        ]], $shop->klaviyo->requests);
    }

    public function testSendsTheSameBytesWhateverPhpIsConfiguredTo(): void
    {
        $shop = new RelayedShop();
        $before = ini_set('arg_separator.output', '&amp;');
        try {
            $shop->post();
        } finally {
            ini_set('arg_separator.output', $before);
        }
        self::assertStringNotContainsString('&amp;', $shop->klaviyo->requests[0][1]);
    }

    public function testWaitsAFewSecondsAndGoesNowhereElse(): void
    {
        $shop = new RelayedShop();
        $shop->post();
        self::assertSame(4, $shop->klaviyo->timeout);
        $options = array_diff_key($shop->klaviyo->options, [CURLOPT_WRITEFUNCTION => 1]);
        self::assertSame([
            CURLOPT_CONNECTTIMEOUT => 2,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTPS,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_SSL_VERIFYPEER => true,
            CURLOPT_SSL_VERIFYHOST => 2,
            CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1,
            CURLOPT_SUPPRESS_CONNECT_HEADERS => true,
        ], $options);
    }

    public function testSaysNothingOfTheShopper(): void
    {
        $shop = new RelayedShop();
        $shop->post([], ['HTTP_COOKIE' => 'PHPSESSID=secret', 'HTTP_USER_AGENT' => 'A browser', 'HTTP_REFERER' => 'x']);
        self::assertSame(['User-Agent' => 'back-in-stock/module-klaviyo', 'Expect' => ''], $shop->klaviyo->headers);
    }

    /**
     * @runInSeparateProcess
     * @preserveGlobalState disabled
     */
    public function testDoesNotHoldTheSessionWhileItWaits(): void
    {
        session_start(['use_cookies' => false, 'cache_limiter' => '', 'save_path' => sys_get_temp_dir()]);
        $file = sys_get_temp_dir() . '/sess_' . session_id();
        try {
            $shop = new RelayedShop();
            $shop->post();
            self::assertSame(PHP_SESSION_NONE, $shop->klaviyo->sessionStatus);
            // What Magento had put there before is there still.
            self::assertFileExists($file);
        } finally {
            unlink($file);
        }
    }

    /**
     * @dataProvider listAnswers
     */
    public function testPassesOnStatusAndBodyAsTheyAre(int $status, string $body): void
    {
        $shop = new RelayedShop();
        $shop->klaviyo->answerStatus = $status;
        $shop->klaviyo->answerBody = $body;
        $shop->klaviyo->answerHeaders = ['Set-Cookie' => ['a=b'], 'Content-Type' => 'text/html', 'Server' => 'x'];
        $answer = $shop->post();
        self::assertSame($status, $answer->status);
        self::assertSame($body, $answer->body);
        self::assertSame(['Content-Type', 'X-Content-Type-Options', 'Cache-Control'], array_keys($answer->headers));
        self::assertSame('application/json', $answer->headers['Content-Type']);
    }

    public static function listAnswers(): array
    {
        return [
            'success' => [200, '{"email": "sam@example.com", "success": true}'],
            'refused' => [200, '{"errors": ["' . self::WRONG . '. Please try again."], "data": {}, "success": false}'],
            'missing' => [400, '{"status": 400, "message": "' . self::WRONG . ': * email * This field is required."}'],
            'retired' => [410, '{"detail": "This API has been retired."}'],
            'in trouble' => [503, '<!doctype html><h1>503</h1>'],
            'no words' => [204, ''],
            'odd bytes' => [200, "{\"a\": \"\xFF\0\"}\n\n"],
            'as long as may be' => [200, str_repeat('a', 100_000)],
        ];
    }

    /**
     * @dataProvider listOddStatuses
     */
    public function testPassesOnTheNearestStatusWhereMagentoKnowsNoBetter(int $status, int $passed): void
    {
        $shop = new RelayedShop();
        $shop->klaviyo->answerStatus = $status;
        $answer = $shop->post();
        self::assertSame($passed, $answer->status);
        self::assertSame($shop->klaviyo->answerBody, $answer->body);
    }

    public static function listOddStatuses(): array
    {
        return [[226, 200], [299, 200], [421, 400], [430, 400], [451, 400], [499, 400], [510, 502], [520, 502]];
    }

    public function testPassesOnEveryOtherStatusAsItIs(): void
    {
        $known = [...range(200, 208), ...range(400, 418), ...range(422, 426), 428, 429, 431];
        foreach ([...$known, ...range(500, 508), 511] as $status) {
            $shop = new RelayedShop();
            $shop->klaviyo->answerStatus = $status;
            self::assertSame($status, $shop->post()->status);
        }
    }

    /**
     * @dataProvider listWaits
     */
    public function testPassesOnHowLongToWait(string $name, string|array $value, ?string $passed): void
    {
        $shop = new RelayedShop();
        $shop->klaviyo->answerStatus = 429;
        $shop->klaviyo->answerHeaders = [$name => $value];
        self::assertSame($passed, $shop->post()->headers['Retry-After'] ?? null);
    }

    public static function listWaits(): array
    {
        return [
            ['Retry-After', '30', '30'],
            ['retry-after', '0', '0'],
            ['RETRY-AFTER', 'Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
            ['Retry-After', 'Wed, 21 Oct 2026 27:28:00 GMT', null],
            ['Retry-After', 'Wed, 99 Xyz 2026 07:28:00 GMT', null],
            ['Retry-After', 'soon', null],
            ['Retry-After', '-1', null],
            ['Retry-After', '999999', null],
            ['Retry-After', "30\nSet-Cookie: a=b", null],
            ['Retry-After', ['30', '60'], null],
            ['X-Retry-After', '30', null],
        ];
    }

    /**
     * @dataProvider listNoAnswers
     */
    public function testIsNoneOfTheDocumentedAnswersWhereThereIsNone(
        int $status,
        string $body,
        ?\Exception $failure,
        int $expected
    ): void {
        $shop = new RelayedShop();
        $shop->klaviyo->answerStatus = $status;
        $shop->klaviyo->answerBody = $body;
        $shop->klaviyo->answerHeaders = ['Location' => 'https://evil.example/', 'Retry-After' => '5'];
        $shop->klaviyo->failure = $failure;
        $answer = $shop->post();
        self::assertSame($expected, $answer->status);
        self::assertSame(['detail'], array_keys(json_decode($answer->body, true)));
        self::assertArrayNotHasKey('Location', $answer->headers);
        self::assertCount(1, $shop->klaviyo->requests);
        self::assertCount(1, $shop->log->lines);
    }

    public static function listNoAnswers(): array
    {
        return [
            'time-out' => [0, '', new \Exception('Operation timed out after 4000 milliseconds'), 504],
            'unreachable' => [0, '', new \Exception('Could not resolve host: a.klaviyo.com'), 504],
            'redirect' => [301, '', null, 502],
            'redirect of a POST' => [307, '{"success": true}', null, 502],
            'only an interim answer' => [100, '', null, 502],
            'half a status' => [20, '{"success": true}', null, 502],
            'no such status' => [600, '{"success": true}', null, 502],
            'no status' => [0, '{"success": true}', null, 502],
            'too long' => [200, str_repeat('a', 100_001), null, 502],
            'much too long' => [200, str_repeat('a', 3_000_000), null, 502],
        ];
    }

    public function testTellsTheMerchantOfAnAddressThatIsNoMore(): void
    {
        $shop = new RelayedShop();
        $shop->klaviyo->answerStatus = 410;
        $shop->post();
        self::assertCount(1, $shop->log->lines);
        self::assertStringContainsString('HTTP 410', $shop->log->lines[0]);
        self::assertStringContainsString('another transport', $shop->log->lines[0]);
    }

    public function testWhatNobodyHasThoughtOfIsAnAnswerToo(): void
    {
        $shop = new RelayedShop();
        $shop->klaviyo->failure = new \Error('Something about sam@example.com');
        $answer = $shop->post();
        self::assertSame(500, $answer->status);
        self::assertSame('{"detail":"Something went wrong."}', $answer->body);
        self::assertCount(1, $shop->log->lines);
        self::assertStringContainsString('Error in ', $shop->log->lines[0]);
    }

    /**
     * @dataProvider listOutcomes
     */
    public function testNothingOfTheRequestIsKeptOrLogged(int $status, ?\Throwable $failure): void
    {
        $shop = new RelayedShop();
        $shop->klaviyo->answerStatus = $status;
        $shop->klaviyo->answerBody = '{"email": "sam+secret@mail.example.com"}';
        $shop->klaviyo->failure = $failure;
        foreach (['2045', '99'] as $variant) {
            $shop->post(['email' => 'sam+secret@mail.example.com', 'variant' => $variant]);
        }
        $shop->post(['email' => 'sam+secret@mail.example.com,']);
        foreach (['secret', 'mail.example.com', '2045'] as $part) {
            self::assertStringNotContainsString($part, $shop->readTraces());
        }
        foreach (array_column($shop->klaviyo->requests, 0) as $address) {
            self::assertSame('https://a.klaviyo.com/api/v1/catalog/subscribe', $address);
        }
    }

    public static function listOutcomes(): array
    {
        $quoting = 'Invalid response line returned from server: sam+secret@mail.example.com 2045';
        return [
            'success' => [200, null],
            'refused' => [400, null],
            'redirect' => [302, null],
            'retired' => [410, null],
            'in trouble' => [500, null],
            'unreachable' => [0, new \Exception($quoting)],
            'unthought of' => [0, new \TypeError($quoting)],
        ];
    }
}
