<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model;

use BackInStock\Klaviyo\Model\Settings;
use BackInStock\Klaviyo\Model\Texts;
use BackInStock\Klaviyo\Model\WidgetConfiguration;
use Magento\Framework\UrlInterface;
use Magento\Store\Model\StoreManagerInterface;
use PHPUnit\Framework\TestCase;

/**
 * Tests the configuration of the widget.
 */
class WidgetConfigurationTest extends TestCase
{
    private const ALL_EMPTY = [
        'apiKey' => 'ABC123',
        'store' => '3',
        'storeCode' => 'de',
        'locale' => 'off',
        'api' => 'onsite',
        'variantId' => 'id',
        'soldOutSwatches' => false,
        'listing' => false,
        'multiple' => false,
        'trigger' => ['hideAddToCart' => false],
        'modal' => ['image' => false],
        'texts' => ['body' => ''],
    ];

    private const ALL_SET = [
        'general/variant_id' => 'sku',
        'pages/sold_out_swatches' => '1',
        'pages/listing' => '1',
        'form/newsletter_list' => 'XyZ987',
        'form/multiple' => '1',
        'form/remember_days' => '30',
        'form/remember_email' => 'local',
        'button/anchor' => '.product-info-price',
        'button/placement' => 'before',
        'button/classes' => 'action primary',
        'button/hide_add_to_cart' => '1',
        'button/hint' => 'button',
        'button/hint_classes' => 'my-hint',
        'button/text' => 'Notify me',
        'colours/accent' => '#19c',
        'colours/contrast' => '#fff',
        'colours/background' => '#eee',
        'colours/text' => '#111',
        'colours/backdrop' => 'rgb(0 0 0 / 50%)',
        'form/headline' => 'Sold out',
        'form/body' => 'We will write.',
        'form/success' => 'Thank you.',
        'form/newsletter' => 'News',
        'form/consent' => 'I agree',
        'form/image' => '1',
    ];

    public function testLeavesOutEmptySettingsButForTheLineThatTheFormCanOmit(): void
    {
        self::assertSame(self::ALL_EMPTY, $this->describe([]));
    }

    public function testContainsEverythingThatTheMerchantHasSet(): void
    {
        self::assertSame([
            'apiKey' => 'ABC123',
            'store' => '3',
            'storeCode' => 'de',
            'locale' => 'off',
            'api' => 'onsite',
            'variantId' => 'sku',
            'soldOutSwatches' => true,
            'listing' => true,
            'newsletterList' => 'XyZ987',
            'multiple' => true,
            'rememberDays' => 30,
            'rememberEmail' => 'local',
            'trigger' => [
                'anchor' => '.product-info-price',
                'placement' => 'before',
                'classes' => 'action primary',
                'hideAddToCart' => true,
                'hint' => 'button',
                'hintClasses' => 'my-hint',
            ],
            'modal' => [
                'image' => true,
                'accent' => '#19c',
                'contrast' => '#fff',
                'background' => '#eee',
                'text' => '#111',
                'backdrop' => 'rgb(0 0 0 / 50%)',
            ],
            'texts' => [
                'trigger' => 'Notify me',
                'headline' => 'Sold out',
                'success' => 'Thank you.',
                'newsletter' => 'News',
                'consent' => 'I agree',
                'body' => 'We will write.',
            ],
        ], $this->describe(self::ALL_SET));
    }

    /**
     * @dataProvider listTransports
     */
    public function testContainsTheTransportWithItsSettings(string $transport, array $expected): void
    {
        $described = $this->describe(['general/api' => $transport, 'general/catalogue' => '$default']);
        self::assertSame($expected, array_intersect_key($described, array_flip(['api', 'catalogue', 'endpoint'])));
    }

    public static function listTransports(): array
    {
        return [
            'onsite' => ['onsite', ['api' => 'onsite']],
            'client' => ['client', ['api' => 'client', 'catalogue' => '$default']],
            'relay' => ['relay', ['api' => 'relay', 'endpoint' => '/de/back-in-stock/subscribe/']],
            'an unknown value' => ['post', ['api' => 'onsite']],
        ];
    }

    /**
     * @testWith ["https://shop.example/", null]
     *           ["https://shop.example", null]
     *           ["https://shop.example/magento/", "/magento/graphql"]
     */
    public function testContainsThePathOfGraphqlIfItIsNotTheDefault(string $root, ?string $expected): void
    {
        self::assertSame($expected, $this->describe([], root: $root)['graphql'] ?? null);
    }

    public function testLeavesOutAnUnknownPlacementHintAndIdentifier(): void
    {
        $described = $this->describe([
            'button/placement' => 'above', 'button/hint' => 'line', 'general/variant_id' => 'ean',
        ]);
        self::assertSame(self::ALL_EMPTY, $described);
    }

    public function testTheTextsOfTheAdminOverrideTranslatedTexts(): void
    {
        $described = $this->describe(['form/body' => 'Body'], ['done' => 'Fertig', 'body' => 'Text']);
        self::assertSame(['done' => 'Fertig', 'body' => 'Body'], $described['texts']);
    }

    private function describe(
        array $values,
        array $translated = [],
        string $root = 'https://shop.example/'
    ): array {
        $settings = $this->createStub(Settings::class);
        $settings->method('getApiKey')->willReturn('ABC123');
        $settings->method('getText')->willReturnCallback(static fn (string $path): string => $values[$path] ?? '');
        $settings->method('isEnabled')->willReturnCallback(static fn (string $path): bool => isset($values[$path]));
        $texts = $this->createStub(Texts::class);
        $texts->method('listTranslated')->willReturn($translated);
        $storeManager = $this->createStub(StoreManagerInterface::class);
        $storeManager->method('getStore')->willReturn($this->createStore($root));
        $url = $this->createStub(UrlInterface::class);
        $url->method('getUrl')->willReturnCallback(static fn ($routePath): string => $routePath
            === 'back_in_stock/subscribe' ? 'https://shop.example/de/back-in-stock/subscribe/' : '');
        return (new WidgetConfiguration($settings, $texts, $storeManager, $url))->describe();
    }

    private function createStore(string $root): object
    {
        return new class ($root) {
            public function __construct(private readonly string $root)
            {
            }

            public function getId(): int
            {
                return 3;
            }

            public function getCode(): string
            {
                return 'de';
            }

            public function getBaseUrl($type = UrlInterface::URL_TYPE_LINK, $secure = null): string
            {
                return $type === UrlInterface::URL_TYPE_WEB ? $this->root : 'https://shop.example/store-view/';
            }
        };
    }
}
