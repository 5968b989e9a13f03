<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\ResourceModel\Product\Collection;
use PHPUnit\Framework\TestCase;

/**
 * Which pages get the script, the configuration and the product data, and which get nothing.
 */
final class ScriptPagesTest extends TestCase
{
    private const COLOUR = [
        'id' => '93',
        'code' => 'color',
        'label' => 'Colour',
        'options' => [['id' => '49', 'label' => 'Red'], ['id' => '51', 'label' => 'Blue']],
    ];

    /**
     * Of each kind of product one that can be bought in full.
     */
    private const IN_STOCK = [
        'simple' => ['type' => 'simple'],
        'virtual' => ['type' => 'virtual'],
        'downloadable' => ['type' => 'downloadable'],
        'giftcard' => ['type' => 'giftcard'],
        'bundle' => ['type' => 'bundle', 'parts' => [['members' => ['lamp']]]],
        'configurable' => [
            'type' => 'configurable',
            'attributes' => [self::COLOUR],
            'children' => [
                ['id' => '14', 'sku' => 'T14', 'name' => 'Tee 14', 'choice' => ['93' => '49'], 'inStock' => true],
                ['id' => '15', 'sku' => 'T15', 'name' => 'Tee 15', 'choice' => ['93' => '51'], 'inStock' => true],
            ],
        ],
        'grouped' => ['type' => 'grouped', 'members' => ['lamp', 'mug']],
        'grouped without members' => ['type' => 'grouped', 'members' => []],
    ];

    /**
     * What makes something of it sold out.
     */
    private const SOLD_OUT = [
        'simple' => ['inStock' => false],
        'virtual' => ['inStock' => false],
        'downloadable' => ['inStock' => false],
        'giftcard' => ['inStock' => false],
        'bundle' => ['inStock' => false],
        'configurable' => ['children' => [
            ['id' => '14', 'sku' => 'T14', 'name' => 'Tee 14', 'choice' => ['93' => '49'], 'inStock' => true],
            ['id' => '15', 'sku' => 'T15', 'name' => 'Tee 15', 'choice' => ['93' => '51'], 'inStock' => false],
        ]],
        'grouped' => ['members' => ['lamp', 'kettle']],
    ];

    private const OTHERS = [
        ['page' => 'lamp', 'id' => '1', 'sku' => 'LAMP', 'name' => 'Lamp', 'type' => 'simple', 'inStock' => true],
        ['page' => 'mug', 'id' => '2', 'sku' => 'MUG', 'name' => 'Mug', 'type' => 'simple', 'inStock' => true],
        ['page' => 'kettle', 'id' => '3', 'sku' => 'KETTLE', 'name' => 'Kettle', 'type' => 'simple', 'inStock' => false],
    ];

    private const PRODUCT_PAGE = ['catalog_product_view'];

    private const LIST_PAGES = [
        ['catalog_category_view'],
        ['catalogsearch_result_index'],
        ['catalogsearch_advanced_result'],
        ['back_in_stock_tiles'],
    ];

    /**
     * @param array<string, string|null> $settings by group and field
     * @param array<string, object> $lists
     */
    private static function open(
        ?array $product,
        array $settings = [],
        array $handles = self::PRODUCT_PAGE,
        array $lists = [],
        bool $hidesSoldOut = true
    ): Page {
        $set = ['back_in_stock/general/api_key' => 'ABC123'];
        foreach ($settings as $path => $value) {
            $set["back_in_stock/$path"] = $value;
        }
        $shop = new Shop([...self::OTHERS, ...$product === null ? [] : [$product]], $hidesSoldOut);
        $found = $product === null ? null : $shop->findProduct('tee');
        return new Page($shop, $found, $set, handles: $handles, lists: $lists);
    }

    /**
     * @return array<string, mixed>
     */
    private static function describe(string $kind, bool $isSoldOut = false): array
    {
        $common = ['page' => 'tee', 'id' => '13', 'sku' => 'TEE', 'name' => 'Tee', 'inStock' => true];
        return [...$common, ...self::IN_STOCK[$kind], ...$isSoldOut ? self::SOLD_OUT[$kind] : []];
    }

    private static function assertNothing(Page $page, string $message = ''): void
    {
        self::assertSame('', trim($page->print()), $message);
        self::assertSame([], $page->head->assets, $message);
        self::assertSame([], $page->log->lines, $message);
    }

    private static function assertEverything(Page $page, string $message = ''): void
    {
        self::assertSame('ABC123', $page->readConfiguration()['apiKey'], $message);
        self::assertCount(1, preg_grep('/\.js$/', array_keys($page->head->assets)), $message);
        if ($page->productTag !== null) {
            self::assertSame('13', $page->readProduct()['id'], $message);
        }
    }

    /**
     * @return iterable<string, array{string, bool}>
     */
    public static function provideKinds(): iterable
    {
        foreach (array_keys(self::IN_STOCK) as $kind) {
            yield "$kind, out-of-stock products hidden" => [$kind, true];
            yield "$kind, out-of-stock products shown" => [$kind, false];
        }
    }

    /**
     * @dataProvider provideKinds
     */
    public function testAPageWithNothingSoldOutGetsNothing(string $kind, bool $hides): void
    {
        self::assertNothing(self::open(self::describe($kind), hidesSoldOut: $hides));
        // app/etc/env.php may have anything.
        foreach (['sold_out', '', null, 'nonsense'] as $default) {
            self::assertNothing(self::open(self::describe($kind), ['pages/script' => $default], hidesSoldOut: $hides));
        }
    }

    /**
     * @dataProvider provideKinds
     */
    public function testAPageWithSomethingSoldOutGetsEverything(string $kind, bool $hides): void
    {
        if (!isset(self::SOLD_OUT[$kind])) {
            self::assertNothing(self::open(self::describe($kind)));
            return;
        }
        self::assertEverything(self::open(self::describe($kind, true), hidesSoldOut: $hides));
    }

    /**
     * @dataProvider provideKinds
     */
    public function testThePageIsDroppedFromTheCacheByTheSameChangesWhetherItPrintsAnythingOrNot(
        string $kind,
        bool $hides
    ): void {
        $quiet = self::open(self::describe($kind), hidesSoldOut: $hides);
        $loud = self::open(self::describe($kind), ['pages/script' => 'products'], hidesSoldOut: $hides);
        self::assertSame('', trim($quiet->print()));
        self::assertSame($loud->listCacheTags(), $quiet->listCacheTags());
        self::assertContains('cat_p_13', $quiet->listCacheTags());
    }

    public function testTheFirstSaleThatEmptiesAVariantDropsAPageWithNothingOnIt(): void
    {
        $page = self::open(self::describe('configurable'));
        self::assertNothing($page);
        self::assertSame(['cat_p_13', 'cat_p_new', 'cat_p_14', 'cat_p_15'], $page->listCacheTags());
    }

    /**
     * @dataProvider provideKinds
     */
    public function testAllProductPagesGetEverythingWhateverIsSoldOut(string $kind, bool $hides): void
    {
        foreach (['products', 'every'] as $chosen) {
            self::assertEverything(self::open(self::describe($kind), ['pages/script' => $chosen], hidesSoldOut: $hides));
        }
    }

    public function testEveryPageGetsTheScriptAndTheConfiguration(): void
    {
        foreach ([[], ...self::LIST_PAGES] as $handles) {
            $page = self::open(null, ['pages/script' => 'every'], $handles);
            self::assertEverything($page);
            self::assertNull($page->productTag);
            foreach (['products', 'sold_out'] as $other) {
                self::assertNothing(self::open(null, ['pages/script' => $other], $handles));
            }
        }
    }

    public function testPagesWithButtonsForTilesGetTheScript(): void
    {
        foreach (['sold_out', 'products', 'every'] as $chosen) {
            $settings = ['pages/listing' => '1', 'pages/script' => $chosen];
            foreach (self::LIST_PAGES as $handles) {
                self::assertEverything(self::open(null, $settings, $handles));
            }
            // The lists of a theme, and those that a script fetches, are not known to the server.
            self::assertEverything(self::open(self::describe('simple'), $settings));
        }
        self::assertNothing(self::open(null, ['pages/listing' => '1'], []));
    }

    public function testASoldOutTileHasItsButtonOnThePageOfWhatIsInStock(): void
    {
        $shop = new Shop(self::OTHERS, false);
        $lists = ['catalog.product.related' => new ProductList($shop->listTiles('kettle', 'mug'))];
        $page = self::open(self::describe('simple'), ['pages/listing' => '1'], lists: $lists);
        self::assertEverything($page);
        self::assertSame(['3'], array_column($page->readTiles(), 'id'));
        self::assertNothing(self::open(self::describe('simple'), lists: $lists));
    }

    public function testWhatThemeOrMerchantMadeOfThePagesDoesNotMatterForItsProduct(): void
    {
        foreach ([['back_in_stock_tiles', 'catalog_product_view'], ['catalog_product_view', 'back_in_stock_tiles']] as $handles) {
            self::assertNothing(self::open(self::describe('simple'), [], $handles));
            self::assertEverything(self::open(self::describe('simple', true), [], $handles));
        }
    }

    public function testOffIsOffOnEveryPage(): void
    {
        foreach ([['general/enabled' => '0'], ['general/api_key' => null], ['general/api_key' => 'pk_1']] as $off) {
            foreach ([[], self::PRODUCT_PAGE, ...self::LIST_PAGES] as $handles) {
                $page = self::open(self::describe('simple', true), ['pages/script' => 'every', ...$off], $handles);
                self::assertNothing($page);
                self::assertSame([], $page->listCacheTags());
            }
        }
    }

    public function testOfTypesOfOtherExtensionsNothingIsRuledOut(): void
    {
        $kit = ['page' => 'tee', 'id' => '13', 'sku' => 'KIT', 'name' => 'Kit', 'type' => 'kit', 'inStock' => true];
        self::assertEverything(self::open($kit));
    }

    public function testAProductThatCannotBeDescribedKeepsTheScriptAndIsToldOfOnce(): void
    {
        $data = ['entity_id' => '5', 'type_id' => 'simple', 'name' => 'Broken'];
        $broken = new class ($data, new GroupedType()) extends Product {
            public function isSalable()
            {
                throw new \TypeError('Not today.');
            }
        };
        $page = new Page(new Shop([]), $broken);
        self::assertCount(1, $page->head->assets);
        self::assertSame('ABC123', $page->readConfiguration()['apiKey']);
        self::assertSame('', trim($page->productTag->toHtml()));
        self::assertSame(['cat_p_5', 'cat_p_new'], $page->listCacheTags());
        self::assertCount(1, $page->log->lines);
        self::assertStringContainsString('product 5', $page->log->lines[0]);
    }

    public function testTheProductIsDescribedOnceForAllThatAsk(): void
    {
        foreach ([false, true] as $isSoldOut) {
            Collection::$loads = 0;
            $page = self::open(self::describe('configurable', $isSoldOut));
            $page->print();
            $page->print();
            self::assertSame(1, Collection::$loads);
        }
    }

    public function testNothingIsAskedOfTheProductOnPagesThatHaveNone(): void
    {
        Collection::$loads = 0;
        self::assertNothing(self::open(self::describe('configurable', true), [], []));
        self::assertSame(0, Collection::$loads);
    }

    /**
     * Names of options that are sold out in all of their children are nowhere else in the page.
     */
    public function testOnlyWhatIsSoldOutIsToldWithItsLabels(): void
    {
        $html = self::open(self::describe('configurable', true))->print();
        self::assertStringContainsString('Blue', $html);
        self::assertStringNotContainsString('Red', $html);
        self::assertStringNotContainsString('T14', $html);
        self::assertStringNotContainsString('Tee 14', $html);
    }

    public function testSkusAreToldOfAllChildrenWhereKlaviyoKnowsProductsByThem(): void
    {
        $page = self::open(self::describe('configurable', true), ['general/variant_id' => 'sku']);
        self::assertSame([
            ['id' => '14', 'sku' => 'T14', 'options' => [93 => '49'], 'salable' => true],
            ['id' => '15', 'sku' => 'T15', 'options' => [93 => ['id' => '51', 'label' => 'Blue']], 'salable' => false],
        ], $page->readProduct()['variants']);
    }
}
