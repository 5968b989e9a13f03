<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use Magento\Catalog\Model\ResourceModel\Product\Collection;
use PHPUnit\Framework\TestCase;

/**
 * Which subscriptions are passed on, and as what.
 */
final class SubscriptionTest extends TestCase
{
    private const SENT = 'a=ABC123&email=sam%40example.com&variant=2045&platform=magento_two&store=1';

    private const UNKNOWN = '{"status":400,"message":"There was something wrong with your request: * %s * '
        . 'This value is not valid."}';

    private const LIST = ['back_in_stock/form/newsletter_list' => 'XyZ987'];

    private const TICKED = ['g' => 'XyZ987', 'subscribe_for_newsletter' => 'true'];

    public function testSendsKeyAndPlatformAsTheModuleKnowsThem(): void
    {
        $shop = new RelayedShop();
        $shop->post(['a' => 'EVIL01', 'platform' => 'shopify', 'api_key' => 'pk_1', 'extra' => 'x']);
        $shop->post(['a' => null, 'platform' => null]);
        self::assertSame([self::SENT, self::SENT], array_column($shop->klaviyo->requests, 1));
    }

    public function testTakesTheKeyOfKlaviyosExtension(): void
    {
        $shop = new RelayedShop([
            'back_in_stock/general/api_key' => null,
            'klaviyo_reclaim_general/general/public_api_key' => 'XYZ789',
        ]);
        $shop->post();
        self::assertStringStartsWith('a=XYZ789&', $shop->klaviyo->requests[0][1]);
    }

    /**
     * @dataProvider listOffered
     */
    public function testPassesOnWhatTheShopSells(string $setting, string $variant): void
    {
        $shop = new RelayedShop(['back_in_stock/general/variant_id' => $setting]);
        self::assertSame(200, $shop->post(['variant' => $variant])->status);
        self::assertStringContainsString("&variant=$variant&", $shop->klaviyo->requests[0][1]);
    }

    public static function listOffered(): array
    {
        return [
            'sold out, and hidden by the shop' => ['id', '2045'],
            'bundle' => ['id', '2015'],
            'by SKU' => ['sku', 'CL5'],
            'bundle by SKU' => ['sku', 'BUNDLE'],
        ];
    }

    /**
     * @dataProvider listNotOffered
     */
    public function testNamesAVariantThatNobodyCanSubscribeTo(string $setting, string $variant): void
    {
        $shop = new RelayedShop(['back_in_stock/general/variant_id' => $setting]);
        $answer = $shop->post(['variant' => $variant]);
        self::assertSame(400, $answer->status);
        self::assertSame(sprintf(self::UNKNOWN, 'variant'), $answer->body);
        self::assertSame([], $shop->klaviyo->requests);
    }

    public static function listNotOffered(): array
    {
        return [
            'unknown' => ['id', '99'],
            'in stock' => ['id', '2046'],
            'in stock, by SKU' => ['sku', 'IN-STOCK'],
            'disabled' => ['id', '2047'],
            'of another website' => ['id', '2048'],
            'configurable' => ['id', '2013'],
            'grouped' => ['id', '2014'],
            'SKU instead of id' => ['id', 'CL5'],
            'no number' => ['id', '2045abc'],
            'signed' => ['id', '+2045'],
            'leading zero' => ['id', '02045'],
            'too long a number' => ['id', '20450000000'],
            'id instead of SKU' => ['sku', '2045'],
            'unknown SKU' => ['sku', 'NONE'],
            'disabled, by SKU' => ['sku', 'DISABLED'],
            'configurable, by SKU' => ['sku', 'PARENT'],
            'too long a SKU' => ['sku', str_repeat('C', 65)],
            'no text' => ['sku', "CL5\xFF"],
        ];
    }

    /**
     * @testWith ["simple-öos", "simple-oos"]
     *           ["SIMPLE-OOS", "simple-oos"]
     *           ["cl5", "CL5"]
     */
    public function testNobodySubscribesToAnSkuThatOnlyTheDatabaseTakesForOneOfTheShop(string $sku, string $stored): void
    {
        $shop = new RelayedShop(['back_in_stock/general/variant_id' => 'sku']);
        self::assertSame(200, $shop->post(['variant' => $sku])->status);
        self::assertStringContainsString("&variant=$stored&", $shop->klaviyo->requests[0][1]);
    }

    public function testAsksTheDatabaseOnce(): void
    {
        Collection::$loads = 0;
        (new RelayedShop())->post();
        self::assertSame(1, Collection::$loads);
    }

    /**
     * @dataProvider listOtherViews
     */
    public function testTakesWhatWasKeptOnAnotherViewOfTheWebsite(array $view, ?string $wrong): void
    {
        $shop = new RelayedShop([], views: [2 => [], 1 => $view]);
        $answer = $shop->post(['store' => '1']);
        self::assertSame($wrong === null ? 200 : 400, $answer->status);
        self::assertSame($wrong === null ? [self::SENT] : [], array_column($shop->klaviyo->requests, 1));
        if ($wrong !== null) {
            self::assertSame(sprintf(self::UNKNOWN, $wrong), $answer->body);
        }
    }

    public static function listOtherViews(): array
    {
        return [
            'of the same website' => [[], null],
            'switched off' => [['active' => false], 'store'],
            'of another website' => [['website' => 2], 'store'],
        ];
    }

    /**
     * @dataProvider listWrongStores
     */
    public function testNamesAStoreThatIsNone(string $store): void
    {
        $answer = (new RelayedShop())->post(['store' => $store]);
        self::assertSame(400, $answer->status);
        self::assertSame(sprintf(self::UNKNOWN, 'store'), $answer->body);
    }

    public static function listWrongStores(): array
    {
        return [['0'], ['2'], ['default'], ['01'], ["1\u{A0}"], ['-1'], ['1.0'], ['1e0']];
    }

    public function testLeavesWhatBelongsToAnotherAccountToTheViewOfThatAccount(): void
    {
        $shop = new RelayedShop([], views: [2 => [], 1 => []]);
        $answer = $shop->post(['a' => 'OTHER1', 'store' => '1']);
        // None of the documented answers, so the widget keeps it.
        self::assertSame(409, $answer->status);
        self::assertSame('{"detail":"This belongs to another store view."}', $answer->body);
        self::assertSame([], $shop->klaviyo->requests);
        // On a page of its own that is older than the merchant's new key, the new one counts.
        self::assertSame(200, $shop->post(['a' => 'OTHER1', 'store' => '2'])->status);
        self::assertStringStartsWith('a=ABC123&', $shop->klaviyo->requests[0][1]);
    }

    public function testPassesOnTheNewsletterOfTheConfiguredList(): void
    {
        $shop = new RelayedShop(self::LIST);
        $shop->post(self::TICKED);
        self::assertSame(self::SENT . '&g=XyZ987&subscribe_for_newsletter=true', $shop->klaviyo->requests[0][1]);
    }

    /**
     * @dataProvider listOtherLists
     */
    public function testPassesOnNoOtherConsentAndLosesNoSubscription(array $settings, array $fields): void
    {
        $shop = new RelayedShop($settings);
        self::assertSame(200, $shop->post($fields)->status);
        self::assertSame(self::SENT, $shop->klaviyo->requests[0][1]);
    }

    public static function listOtherLists(): array
    {
        return [
            'another list' => [self::LIST, [...self::TICKED, 'g' => 'OLD123']],
            'another case' => [self::LIST, [...self::TICKED, 'g' => 'xyz987']],
            'no list is configured' => [[], self::TICKED],
            'none is, and none is given' => [[], ['g' => '', 'subscribe_for_newsletter' => 'true']],
            'no consent' => [self::LIST, ['g' => 'XyZ987']],
            'consent refused' => [self::LIST, ['g' => 'XyZ987', 'subscribe_for_newsletter' => 'false']],
            'several lists' => [self::LIST, [...self::TICKED, 'g' => ['XyZ987', 'OLD123']]],
        ];
    }
}
