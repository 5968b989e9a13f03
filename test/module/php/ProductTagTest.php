<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\ResourceModel\Product\Collection;
use PHPUnit\Framework\TestCase;

final class ProductTagTest extends TestCase
{
    /**
     * Pages with nothing sold out are described, too.
     */
    private const ALL_PRODUCTS = [
        'back_in_stock/general/api_key' => 'ABC123',
        'back_in_stock/pages/script' => 'products',
    ];

    private const COLOUR = [
        'id' => '93',
        'code' => 'color',
        'label' => 'Colour',
        'options' => [['id' => '49', 'label' => 'Red'], ['id' => '51', 'label' => 'Blue']],
    ];

    /**
     * @return array<string, mixed>
     */
    private static function child(string $id, string $option, bool $inStock, array $more = []): array
    {
        return [
            'id' => $id, 'sku' => "TEE-$id", 'name' => "Tee $id", 'choice' => ['93' => $option], 'inStock' => $inStock,
            ...$more,
        ];
    }

    /**
     * @return array<string, mixed>
     */
    private static function plain(string $id, bool $inStock, array $more = []): array
    {
        return [
            'page' => "page-$id", 'id' => $id, 'sku' => "SKU-$id", 'name' => "Thing $id", 'type' => 'simple',
            'inStock' => $inStock, ...$more,
        ];
    }

    /**
     * @param array<int, array<string, mixed>> $children
     * @return array<string, mixed>
     */
    private static function tee(array $children, string $name = 'Tee'): array
    {
        return [
            'page' => 'tee', 'id' => '13', 'sku' => 'TEE', 'name' => $name, 'type' => 'configurable',
            'attributes' => [self::COLOUR], 'children' => $children,
        ];
    }

    private static function open(array $products, string $page, bool $hidesSoldOut = true, array ...$more): Page
    {
        $shop = new Shop($products, $hidesSoldOut);
        return new Page($shop, $shop->findProduct($page), ...$more);
    }

    /**
     * @return array<string, array{bool}>
     */
    public static function provideStockSettings(): array
    {
        return ['out-of-stock products hidden' => [true], 'out-of-stock products shown' => [false]];
    }

    /**
     * @dataProvider provideStockSettings
     */
    public function testTellsAllChildrenOfAConfigurableAndWhichAreSoldOut(bool $hidesSoldOut): void
    {
        $tee = self::tee([self::child('14', '49', true), self::child('15', '51', false)]);

        self::assertSame([
            'id' => '13',
            'sku' => 'TEE',
            'name' => 'Tee',
            'type' => 'configurable',
            'storeId' => '1',
            'storeCode' => 'default',
            'attributes' => [['id' => '93', 'code' => 'color', 'label' => 'Colour']],
            'variants' => [
                [
                    'id' => '14',
                    'options' => [93 => '49'], 'salable' => true,
                ],
                [
                    'id' => '15',
                    'options' => [93 => ['id' => '51', 'label' => 'Blue']], 'salable' => false,
                ],
            ],
        ], self::open([$tee], 'tee', $hidesSoldOut)->readProduct());
    }

    /**
     * @dataProvider provideStockSettings
     */
    public function testTellsTheChildrenOfAConfigurableThatIsSoldOutAsAWhole(bool $hidesSoldOut): void
    {
        $tee = self::tee([self::child('14', '49', false), self::child('15', '51', false)]);
        $variants = self::open([$tee], 'tee', $hidesSoldOut)->readProduct()['variants'];
        self::assertSame(['14' => false, '15' => false], array_column($variants, 'salable', 'id'));
    }

    public function testLeavesOutChildrenThatAreDisabledOrBelongToOtherShops(): void
    {
        $tee = self::tee([
            self::child('14', '49', false, ['enabled' => false]),
            self::child('15', '51', false, ['storeIds' => [2]]),
            self::child('16', '51', false),
        ]);
        self::assertSame(['16'], array_column(self::open([$tee], 'tee')->readProduct()['variants'], 'id'));
    }

    public function testLeavesOutChildrenThatMagentoNeverSells(): void
    {
        $tee = self::tee([self::child('14', '49', true, ['requiredOptions' => true]), self::child('15', '51', false)]);
        self::assertSame(['15'], array_column(self::open([$tee], 'tee')->readProduct()['variants'], 'id'));
    }

    public function testNamesMembersAsTheStoreViewDoes(): void
    {
        $names = ['names' => ['1' => 'Laterne']];
        $set = ['page' => 'set', 'id' => '7', 'sku' => 'S', 'name' => 'Set', 'type' => 'grouped', 'members' => ['page-1']];
        $product = self::open([$set, self::plain('1', false, $names)], 'set')->readProduct();
        self::assertSame(['Laterne'], array_column($product['variants'], 'name'));
    }

    public function testNobodyReadsInThePageWhatChildrenAreCalledThatTheShopHides(): void
    {
        $secret = ['sku' => 'LAUNCH-2027', 'name' => 'Not announced yet'];
        $tee = self::tee([self::child('14', '49', true), self::child('15', '51', false, $secret)]);
        foreach ([[], ['back_in_stock/general/variant_id' => 'nonsense']] as $settings) {
            $set = ['back_in_stock/general/api_key' => 'ABC123', ...$settings];
            $html = self::open([$tee], 'tee', true, $set)->print();
            foreach (['LAUNCH', 'announced', 'TEE-14', 'Tee 14'] as $part) {
                self::assertStringNotContainsString($part, $html);
            }
        }
    }

    public function testTellsSkusWhereKlaviyoKnowsProductsByThem(): void
    {
        $set = ['page' => 'set', 'id' => '7', 'sku' => 'S', 'name' => 'Set', 'type' => 'grouped', 'members' => ['page-1']];
        $tee = self::tee([self::child('14', '49', true), self::child('15', '51', false)]);
        foreach (['tee' => ['TEE-14', 'TEE-15'], 'set' => ['SKU-1']] as $page => $skus) {
            $product = self::open([$tee, $set, self::plain('1', false)], $page, true, [
                'back_in_stock/general/api_key' => 'ABC123',
                'back_in_stock/general/variant_id' => 'sku',
            ])->readProduct();
            self::assertSame($skus, array_column($product['variants'], 'sku'));
        }
    }

    public function testTellsTheChildrenInTheOrderOfTheOptions(): void
    {
        // Blue was made before Red, and one child has lost its colour.
        $tee = self::tee([
            self::child('14', '51', false), self::child('15', '49', false), self::child('16', '99', false),
            self::child('17', '49', false),
        ]);
        $variants = self::open([$tee], 'tee')->readProduct()['variants'];
        self::assertSame(['16', '15', '17', '14'], array_column($variants, 'id'));
        self::assertSame([], $variants[0]['options']);
    }

    public function testAsksTheDatabaseOnceForAllChildren(): void
    {
        $children = array_map(static fn (int $id) => self::child((string) $id, '49', $id % 2 === 0), range(100, 199));
        Collection::$loads = 0;
        $page = self::open([self::tee($children)], 'tee');
        self::assertCount(100, $page->readProduct()['variants']);
        self::assertSame(1, Collection::$loads);
    }

    /**
     * @dataProvider provideStockSettings
     */
    public function testTellsTheMembersOfAGroupedProduct(bool $hidesSoldOut): void
    {
        $set = [
            'page' => 'set', 'id' => '7', 'sku' => 'SET', 'name' => 'Set', 'type' => 'grouped',
            'members' => ['page-1', 'page-2', 'page-3'],
        ];
        $members = [
            self::plain('1', true), self::plain('2', false), self::plain('3', false, ['enabled' => false]),
            self::plain('4', false),
        ];
        $product = self::open([$set, ...$members], 'set', $hidesSoldOut)->readProduct();
        self::assertSame('grouped', $product['type']);
        self::assertSame([], $product['attributes']);
        self::assertSame([
            ['id' => '1', 'name' => 'Thing 1', 'salable' => true],
            ['id' => '2', 'name' => 'Thing 2', 'salable' => false],
        ], $product['variants']);
    }

    /**
     * @dataProvider provideRowIds
     */
    public function testTheMembersOfAGroupedProductAreInTheMerchantsOrder(array $version): void
    {
        $set = [
            'page' => 'set', 'id' => '7', 'sku' => 'SET', 'name' => 'Set', 'type' => 'grouped',
            'members' => ['page-3', 'page-1', 'page-2'], ...$version,
        ];
        $members = [self::plain('1', true), self::plain('2', false), self::plain('3', false)];
        $product = self::open([$set, ...$members], 'set')->readProduct();
        self::assertSame(['3', '1', '2'], array_column($product['variants'], 'id'));
    }

    /**
     * @return array<string, array{array<string, string>}>
     */
    public static function provideRowIds(): array
    {
        return ['Open Source' => [[]], 'Adobe Commerce, with a version of the product' => [['rowId' => '70']]];
    }

    public function testAGroupedProductWithoutMembersHasNoVariants(): void
    {
        $set = ['page' => 'set', 'id' => '7', 'sku' => 'SET', 'name' => 'Set', 'type' => 'grouped', 'members' => []];
        self::assertSame([], self::open([$set], 'set', true, self::ALL_PRODUCTS)->readProduct()['variants']);
    }

    /**
     * @return array<string, array{string, bool}>
     */
    public static function provideUndivided(): array
    {
        return [
            'simple, sold out' => ['simple', false],
            'simple, in stock' => ['simple', true],
            'virtual' => ['virtual', false],
            'downloadable' => ['downloadable', false],
            'of an extension' => ['giftcard', false],
        ];
    }

    /**
     * @dataProvider provideUndivided
     */
    public function testAProductThatIsSoldAsAWholeIsItsOwnVariant(string $type, bool $inStock): void
    {
        $thing = self::plain('5', $inStock, ['type' => $type]);
        $product = self::open([$thing], 'page-5', true, self::ALL_PRODUCTS)->readProduct();
        self::assertSame($type, $product['type']);
        self::assertSame(
            [['id' => '5', 'sku' => 'SKU-5', 'name' => 'Thing 5', 'salable' => $inStock]],
            $product['variants']
        );
    }

    public function testABundleIsOfferedAsAWhole(): void
    {
        $bundle = self::plain('8', false, ['type' => 'bundle', 'parts' => [['members' => ['page-1']]]]);
        $product = self::open([$bundle, self::plain('1', false)], 'page-8')->readProduct();
        self::assertSame(['8' => false], array_column($product['variants'], 'salable', 'id'));
    }

    public function testThePageIsDroppedFromTheCacheWithEachChild(): void
    {
        $children = [self::child('14', '49', true), self::child('15', '51', false)];
        $set = ['page' => 'set', 'id' => '7', 'sku' => 'S', 'name' => 'Set', 'type' => 'grouped', 'members' => ['page-1']];
        $bundle = self::plain('8', true, [
            'type' => 'bundle',
            'parts' => [['members' => ['page-1']], ['members' => ['page-1', 'page-2'], 'isRequired' => false]],
        ]);
        $products = [self::tee($children), $set, $bundle, self::plain('1', true), self::plain('2', false)];
        $tags = static fn (string $page): array => self::open($products, $page)->listCacheTags();

        self::assertSame(['cat_p_13', 'cat_p_new', 'cat_p_14', 'cat_p_15'], $tags('tee'));
        self::assertSame(['cat_p_7', 'cat_p_new', 'cat_p_1'], $tags('set'));
        self::assertSame(['cat_p_8', 'cat_p_new', 'cat_p_1', 'cat_p_2'], $tags('page-8'));
        self::assertSame(['cat_p_1', 'cat_p_new'], $tags('page-1'));
    }

    /**
     * @return array<string, array{array<string, string|null>}>
     */
    public static function provideReasonsForNothing(): array
    {
        return [
            'no key' => [[]],
            'a key that was emptied' => [['back_in_stock/general/api_key' => null]],
            'a private key' => [['back_in_stock/general/api_key' => 'pk_0123456789abcdef']],
            'switched off' => [['back_in_stock/general/api_key' => 'ABC123', 'back_in_stock/general/enabled' => '0']],
        ];
    }

    /**
     * @dataProvider provideReasonsForNothing
     * @param array<string, string|null> $settings
     */
    public function testPrintsNothingAndLoadsNothingWhenOff(array $settings): void
    {
        Collection::$loads = 0;
        $page = self::open([self::tee([self::child('14', '49', false)])], 'tee', true, $settings);
        self::assertSame('', trim($page->print()));
        self::assertSame([], $page->head->assets);
        self::assertSame([], $page->listCacheTags());
        self::assertSame(0, Collection::$loads);
    }

    public function testPrintsNothingWhereThereIsNoProduct(): void
    {
        $page = new Page(new Shop([]), null);
        self::assertSame('', trim($page->productTag->toHtml()));
        self::assertSame([], $page->listCacheTags());
    }

    public function testChildrenThatCannotBeListedCostTheirTagsAndNotThePage(): void
    {
        $type = new class {
            public function getChildrenIds($parentId, $required = true): array
            {
                throw new \TypeError('This type has none.');
            }
        };
        $page = new Page(new Shop([]), new Product(['entity_id' => '5', 'type_id' => 'kit', 'name' => 'Kit'], $type));
        self::assertSame(['cat_p_5', 'cat_p_new'], $page->listCacheTags());
        self::assertCount(1, $page->log->lines);

        $flat = new class {
            public function getChildrenIds($parentId, $required = true): array
            {
                return ['6', '7'];
            }
        };
        $page = new Page(new Shop([]), new Product(['entity_id' => '5', 'type_id' => 'kit', 'name' => 'Kit'], $flat));
        self::assertSame(['cat_p_5', 'cat_p_new', 'cat_p_6', 'cat_p_7'], $page->listCacheTags());
    }

    public function testNoNameEndsTheScript(): void
    {
        $name = 'Tee </script><script>alert(1)</script> <!-- "quoted" & \'single\' — Größe 42';
        $colour = [...self::COLOUR, 'options' => [['id' => '49', 'label' => $name]]];
        $tee = [...self::tee([self::child('14', '49', false)], $name), 'attributes' => [$colour]];
        $page = self::open([$tee], 'tee');
        $html = $page->productTag->toHtml();
        self::assertSame(1, substr_count($html, '<script'));
        self::assertSame(1, substr_count($html, '</script'));
        self::assertStringNotContainsString('<!--', $html);
        self::assertSame($name, $page->readProduct()['name']);
        self::assertSame($name, $page->readProduct()['variants'][0]['options'][93]['label']);
    }

    public function testAProductThatCannotBePrintedCostsItsTagAndNotThePage(): void
    {
        $page = self::open([self::plain('5', false, ['name' => "Broken \xB1"])], 'page-5');
        self::assertSame('', trim($page->productTag->toHtml()));
        self::assertCount(1, $page->log->lines);
        self::assertStringContainsString('product 5', $page->log->lines[0]);
        self::assertSame('ABC123', $page->readConfiguration()['apiKey']);
    }
}
