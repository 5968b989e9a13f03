<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

use Magento\Framework\Math\Random;
use Magento\Framework\Phrase;
use PHPUnit\Framework\TestCase;

final class ConfigurationTagTest extends TestCase
{
    protected function tearDown(): void
    {
        Phrase::$translations = [];
    }

    /**
     * @param array<string, string|null> $settings by group and field
     */
    private static function open(
        array $settings = [],
        Store $store = new Store(),
        array $handles = ['catalog_product_view']
    ): Page {
        $set = ['back_in_stock/general/api_key' => 'ABC123'];
        foreach ($settings as $path => $value) {
            $set["back_in_stock/$path"] = $value;
        }
        return new Page(new Shop([]), null, $set, $store, $handles);
    }

    /**
     * @param array<string, string|null> $settings
     * @return array<string, mixed>
     */
    private static function read(array $settings = [], Store $store = new Store()): array
    {
        return self::open($settings, $store)->readConfiguration();
    }

    public function testAKeyIsEnough(): void
    {
        self::assertSame([
            'apiKey' => 'ABC123',
            'store' => '1',
            'storeCode' => 'default',
            'locale' => 'off',
            'api' => 'onsite',
            'variantId' => 'id',
            'soldOutSwatches' => true,
            'listing' => false,
            'multiple' => false,
            'rememberDays' => 90,
            'rememberEmail' => 'session',
            'trigger' => [
                'placement' => 'after',
                'classes' => 'action primary btn btn-primary',
                'hideAddToCart' => false,
                'hint' => 'link',
            ],
            'modal' => ['image' => true],
            'texts' => [
                'trigger' => 'Notify me when available',
                'headline' => '{product_name}',
                'success' => 'Thank you! We will e-mail you as soon as it is back in stock.',
                'newsletter' => 'E-mail me news and offers, too.',
                'body' => 'Leave your e-mail address and we will tell you as soon as it is back.',
            ],
        ], self::read());
    }

    public function testTellsEverythingThatTheMerchantHasSet(): void
    {
        $configuration = self::read([
            'general/variant_id' => 'sku',
            'pages/sold_out_swatches' => '0',
            'pages/listing' => '1',
            'button/text' => 'Tell me when it is back',
            'button/anchor' => '.product-info-price',
            'button/placement' => 'before',
            'button/classes' => 'my-button',
            'button/hide_add_to_cart' => '1',
            'button/hint' => 'button',
            'button/hint_classes' => 'my-hint',
            'form/headline' => 'Sold out',
            'form/body' => 'We will write.',
            'form/success' => 'Done!',
            'form/newsletter_list' => 'XyZ987',
            'form/multiple' => '1',
            'form/newsletter' => 'News, too',
            'form/remember_days' => '0',
            'form/remember_email' => 'off',
            'form/consent' => 'I have read the [privacy policy](/privacy).',
            'form/image' => '0',
            'colours/accent' => '#c2410c',
            'colours/contrast' => '#ffffff',
            'colours/background' => '#fefce8',
            'colours/text' => '#1c1917',
            'colours/backdrop' => 'rgb(0 0 0 / 60%)',
        ], new Store(id: '4', code: 'de'));

        self::assertSame([
            'apiKey' => 'ABC123',
            'store' => '4',
            'storeCode' => 'de',
            'locale' => 'off',
            'api' => 'onsite',
            'variantId' => 'sku',
            'soldOutSwatches' => false,
            'listing' => true,
            'newsletterList' => 'XyZ987',
            'multiple' => true,
            'rememberDays' => 0,
            'rememberEmail' => 'off',
            'trigger' => [
                'anchor' => '.product-info-price',
                'placement' => 'before',
                'classes' => 'my-button',
                'hideAddToCart' => true,
                'hint' => 'button',
                'hintClasses' => 'my-hint',
            ],
            'modal' => [
                'image' => false,
                'accent' => '#c2410c',
                'contrast' => '#ffffff',
                'background' => '#fefce8',
                'text' => '#1c1917',
                'backdrop' => 'rgb(0 0 0 / 60%)',
            ],
            'texts' => [
                'trigger' => 'Tell me when it is back',
                'headline' => 'Sold out',
                'success' => 'Done!',
                'newsletter' => 'News, too',
                'consent' => 'I have read the [privacy policy](/privacy).',
                'body' => 'We will write.',
            ],
        ], $configuration);
    }

    public function testWhatWasClearedIsLeftToTheWidgetButForTheLineThatMayBeMissing(): void
    {
        $configuration = self::read([
            'general/api' => null, 'general/variant_id' => null, 'button/text' => null, 'button/classes' => null,
            'button/placement' => '', 'button/hint' => '', 'form/headline' => '', 'form/body' => null, 'form/success' => null,
            'form/newsletter' => null,
        ]);
        self::assertSame(['body' => ''], $configuration['texts']);
        self::assertSame(['hideAddToCart' => false], $configuration['trigger']);
        self::assertSame('onsite', $configuration['api']);
        self::assertSame('id', $configuration['variantId']);
    }

    public function testChoicesThatTheCommandLineMisspeltDoNotSwitchTheWidgetOff(): void
    {
        $configuration = self::read([
            'general/api' => 'Relay', 'general/variant_id' => 'SKU', 'button/placement' => 'below',
            'button/hint' => 'Link', 'form/remember_days' => '1000', 'form/remember_email' => 'tab',
        ]);
        self::assertSame('onsite', $configuration['api']);
        self::assertArrayNotHasKey('endpoint', $configuration);
        self::assertSame('id', $configuration['variantId']);
        self::assertArrayNotHasKey('placement', $configuration['trigger']);
        self::assertArrayNotHasKey('hint', $configuration['trigger']);
        self::assertArrayNotHasKey('rememberDays', $configuration);
        self::assertArrayNotHasKey('rememberEmail', $configuration);
    }

    /**
     * The admin and the command line refuse it, and app/etc/env.php can have it all the same.
     */
    public function testNonsenseInAFileLeavesTheDefaultOfASwitch(): void
    {
        foreach (['maybe', '2', '-', 'enabled'] as $nonsense) {
            self::assertSame(self::read(), self::read([
                'general/enabled' => $nonsense,
                'pages/sold_out_swatches' => $nonsense,
                'pages/listing' => $nonsense,
                'button/hide_add_to_cart' => $nonsense,
            ]));
        }
    }

    public function testNoWrittenOutIsNoNonsense(): void
    {
        foreach (['false', 'no', 'off', '0', '', null] as $no) {
            self::assertSame('', self::open(['general/enabled' => $no])->print());
            self::assertFalse(self::read(['pages/sold_out_swatches' => $no])['soldOutSwatches']);
        }
        foreach (['true', 'yes', 'on', '1'] as $yes) {
            self::assertTrue(self::read(['pages/listing' => $yes])['listing']);
        }
    }

    public function testTheCurrentApiGetsItsCatalogue(): void
    {
        $configuration = self::read(['general/api' => 'client']);
        self::assertSame('client', $configuration['api']);
        self::assertSame('$default', $configuration['catalogue']);
        self::assertArrayNotHasKey('catalogue', self::read(['general/catalogue' => '1-1']));
    }

    /**
     * @return array<string, array{Store, string}>
     */
    public static function provideRelays(): array
    {
        return [
            'at the root' => [new Store(), '/back-in-stock/subscribe/'],
            'with the code of the store view' => [new Store(path: 'de/'), '/de/back-in-stock/subscribe/'],
            'without rewrites' => [new Store(path: 'index.php/'), '/index.php/back-in-stock/subscribe/'],
            'in a folder' => [new Store('https://shop.example/magento/'), '/magento/back-in-stock/subscribe/'],
        ];
    }

    /**
     * @dataProvider provideRelays
     */
    public function testTheRelayIsAnAddressOfThisStoreView(Store $store, string $endpoint): void
    {
        $configuration = self::read(['general/api' => 'relay'], $store);
        self::assertSame('relay', $configuration['api']);
        self::assertSame($endpoint, $configuration['endpoint']);
        self::assertArrayNotHasKey('endpoint', self::read([], $store));
    }

    public function testGraphqlIsToldOnlyWhereTheWidgetWouldNotFindIt(): void
    {
        self::assertArrayNotHasKey('graphql', self::read([], new Store(path: 'de/')));
        self::assertSame('/magento/graphql', self::read([], new Store('https://shop.example/magento/'))['graphql']);
    }

    public function testTheKeyOfKlaviyosExtensionStandsInForAnEmptyOne(): void
    {
        $klaviyo = ['klaviyo_reclaim_general/general/public_api_key' => ' KLV456 '];
        $read = static fn (array $set): array => (new Page(new Shop([]), null, $set))->readConfiguration();
        self::assertSame('KLV456', $read($klaviyo)['apiKey']);
        self::assertSame('ABC123', $read([...$klaviyo, 'back_in_stock/general/api_key' => 'ABC123'])['apiKey']);
    }

    public function testAPrivateKeyOfKlaviyosExtensionIsNeverPrinted(): void
    {
        foreach (['pk_secret', 'PK_secret', ' pk_secret'] as $key) {
            $page = new Page(new Shop([]), null, ['klaviyo_reclaim_general/general/public_api_key' => $key]);
            self::assertSame('', $page->print());
        }
    }

    public function testSpeaksTheLanguageOfTheStoreView(): void
    {
        Phrase::$translations = [
            'Notify me when available' => 'Benachrichtigen, sobald verfügbar',
            'Please choose' => 'Bitte wählen',
            'Sold out' => 'Ausverkauft',
        ];
        $texts = self::read(['form/headline' => 'Sold out', 'form/body' => 'Wir melden uns.'])['texts'];
        self::assertSame('Benachrichtigen, sobald verfügbar', $texts['trigger']);
        self::assertSame('Bitte wählen', $texts['variantPrompt']);
        self::assertSame('Ausverkauft', $texts['headline']);
        self::assertSame('Wir melden uns.', $texts['body']);
        self::assertArrayNotHasKey('submit', $texts);
    }

    public function testLoadsTheScriptDeferred(): void
    {
        $attributes = [
            'defer' => 'true',
            'data-mark' => Random::$next,
            'data-form-url' => 'https://shop.example/static/version1/frontend/Magento/luma/en_US'
                . '/BackInStock_Klaviyo/js/back-in-stock.form.min.js',
        ];
        self::assertSame(
            ['BackInStock_Klaviyo::js/back-in-stock.min.js' => ['attributes' => $attributes]],
            self::open()->head->assets
        );
        self::assertFileExists(__DIR__ . '/../../../magento/view/frontend/web/js/back-in-stock.min.js');
        self::assertFileExists(__DIR__ . '/../../../magento/view/frontend/web/js/back-in-stock.form.min.js');
    }

    public function testAThemeMaySayWhereTheFormIsOnTheScriptAlone(): void
    {
        $page = new Page(
            new Shop([]),
            null,
            handles: ['catalog_product_view'],
            settingsOfTheme: ['formUrl' => 'https://cdn.example/form%20file.js']
        );
        [['attributes' => $attributes]] = array_values($page->head->assets);
        self::assertSame('https://cdn.example/form%%20file.js', $attributes['data-form-url']);
        self::assertArrayNotHasKey('formUrl', $page->readConfiguration());
    }

    public function testTheEndpointOfAThemeStandsOnTheScriptAloneWhereNoOtherHtmlCanImitateIt(): void
    {
        $endpoint = 'https://subscribe.example/back-in-stock';
        $page = new Page(
            new Shop([]),
            null,
            handles: ['catalog_product_view'],
            settingsOfTheme: ['endpoint' => $endpoint]
        );
        [['attributes' => $attributes]] = array_values($page->head->assets);
        self::assertSame($endpoint, $attributes['data-endpoint']);
        self::assertArrayNotHasKey('endpoint', $page->readConfiguration());
    }

    /**
     * @testWith ["catalog_category_view"]
     *           ["catalogsearch_result_index"]
     *           ["catalogsearch_advanced_result"]
     *           ["back_in_stock_tiles"]
     */
    public function testPagesWithNothingButTilesGetTheWidgetOnlyForTheirTiles(string $handle): void
    {
        $off = self::open(handles: [$handle]);
        self::assertSame('', $off->print());
        self::assertSame([], $off->head->assets);

        $on = self::open(['pages/listing' => '1'], handles: [$handle]);
        self::assertTrue($on->readConfiguration()['listing']);
        self::assertNull($on->productTag);
        self::assertCount(1, $on->head->assets);
    }

    public function testAProductPageIsNoneOfThemAlsoWhereAThemeGivesTheirHandleToEveryPage(): void
    {
        $page = self::open(handles: ['back_in_stock_tiles', 'catalog_product_view']);
        self::assertFalse($page->readConfiguration()['listing']);
        self::assertCount(1, $page->head->assets);
    }

    public function testAThemeSetsByItsLayoutWhatTheAdminHasNoFieldFor(): void
    {
        $key = ['back_in_stock/general/api_key' => 'ABC123'];
        $theme = ['timeout' => '5000', 'checkStock' => true, 'trigger' => ['align' => 'center', 'placement' => 'inside']];
        $configuration = (new Page(new Shop([]), null, $key, settingsOfTheme: $theme))->readConfiguration();
        self::assertSame('5000', $configuration['timeout']);
        self::assertTrue($configuration['checkStock']);
        self::assertSame('center', $configuration['trigger']['align']);
        self::assertSame('inside', $configuration['trigger']['placement']);
        self::assertSame('action primary btn btn-primary', $configuration['trigger']['classes']);
        self::assertSame('ABC123', $configuration['apiKey']);
    }

    /**
     * @dataProvider listPrivateKeys
     * @param array<string, mixed> $theme
     */
    public function testNobodyReadsAPrivateKeyThatAThemeHasWritten(array $theme): void
    {
        $set = ['back_in_stock/general/api_key' => 'ABC123'];
        $page = new Page(new Shop([]), null, $set, settingsOfTheme: $theme);
        self::assertStringNotContainsStringIgnoringCase('pk_', $page->configurationTag->toHtml());
        self::assertStringNotContainsString('0123456789', $page->configurationTag->toHtml());
        self::assertSame('ABC123', $page->readConfiguration()['apiKey']);
    }

    public static function listPrivateKeys(): array
    {
        $key = 'pk_0123456789abcdef0123456789abcdef01';
        return [
            'as it is' => [['apiKey' => $key]],
            'a short one' => [['apiKey' => 'pk_1']],
            'in capitals' => [['apiKey' => strtoupper($key)]],
            'after a blank' => [['apiKey' => " \n$key"]],
            'after what nobody sees' => [['apiKey' => "\u{A0}\u{200B}$key"]],
            'as a list' => [['apiKey' => [$key]]],
            'by a name that the widget does not know' => [['api_key' => $key, 'privateKey' => $key]],
            'further inside' => [['trigger' => ['apiKey' => $key], 'texts' => ['body' => "The key is $key."]]],
        ];
    }

    public function testAThemeKeepsAPublicKeyOfItsOwnAndClassesThatLookLikeAPrivateOne(): void
    {
        $set = ['back_in_stock/general/api_key' => 'ABC123'];
        $theme = ['apiKey' => 'XYZ789', 'trigger' => ['classes' => 'pk_button pk_1']];
        $configuration = (new Page(new Shop([]), null, $set, settingsOfTheme: $theme))->readConfiguration();
        self::assertSame('XYZ789', $configuration['apiKey']);
        self::assertSame('pk_button pk_1', $configuration['trigger']['classes']);
    }

    public function testWhatKlaviyoCallsAProductIsForTheAdminToSay(): void
    {
        $set = ['back_in_stock/general/api_key' => 'ABC123'];
        $page = new Page(new Shop([]), null, $set, settingsOfTheme: ['variantId' => 'sku']);
        self::assertSame('id', $page->readConfiguration()['variantId']);
    }

    public function testNoSettingEndsTheScript(): void
    {
        $text = '</script><script>alert(1)</script><!--';
        $page = self::open(['button/text' => $text]);
        self::assertSame(1, substr_count($page->configurationTag->toHtml(), '<script'));
        self::assertSame($text, $page->readConfiguration()['texts']['trigger']);
    }
}
