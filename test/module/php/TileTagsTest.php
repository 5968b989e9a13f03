<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\ResourceModel\Product\Collection;
use PHPUnit\Framework\TestCase;

/**
 * Related and up-sell products, whose tiles do not say whether they can be bought.
 */
final class TileTagsTest extends TestCase
{
    private const ON = ['back_in_stock/general/api_key' => 'ABC123', 'back_in_stock/pages/listing' => '1'];

    private const PRODUCTS = [
        ['page' => 'lamp', 'id' => '1', 'sku' => 'LAMP', 'name' => 'Lamp', 'type' => 'simple', 'inStock' => true],
        ['page' => 'mug', 'id' => '2', 'sku' => 'MUG', 'name' => 'Mug', 'type' => 'simple', 'inStock' => false],
        ['page' => 'kettle', 'id' => '3', 'sku' => 'KETTLE', 'name' => 'Kettle', 'type' => 'simple', 'inStock' => false],
        [
            'page' => 'tee', 'id' => '13', 'sku' => 'TEE', 'name' => 'Tee', 'type' => 'configurable',
            'attributes' => [['id' => '93', 'code' => 'color', 'label' => 'Colour', 'options' => [
                ['id' => '49', 'label' => 'Red'],
            ]]],
            'children' => [
                ['id' => '14', 'sku' => 'TEE-14', 'name' => 'Tee 14', 'choice' => ['93' => '49'], 'inStock' => false],
            ],
        ],
    ];

    /**
     * @param array<string, object> $lists
     * @param array<string, string|null> $settings
     */
    private static function open(array $lists, array $settings = self::ON, bool $hidesSoldOut = false): Page
    {
        $shop = new Shop(self::PRODUCTS, $hidesSoldOut);
        return new Page($shop, $shop->findProduct('lamp'), $settings, lists: $lists);
    }

    private static function list(string ...$pages): ProductList
    {
        return new ProductList((new Shop(self::PRODUCTS, false))->listTiles(...$pages));
    }

    public function testTellsTheSoldOutProductsOfBothListsEachOnce(): void
    {
        $page = self::open([
            'catalog.product.related' => self::list('lamp', 'mug', 'tee'),
            'product.info.upsell' => self::list('kettle', 'mug'),
        ]);
        $tiles = $page->readTiles();
        self::assertSame(['2', '13', '3'], array_column($tiles, 'id'));
        self::assertSame([
            'id' => '2',
            'sku' => 'MUG',
            'name' => 'Mug',
            'type' => 'simple',
            'storeId' => '1',
            'storeCode' => 'default',
            'attributes' => [],
            'variants' => [['id' => '2', 'sku' => 'MUG', 'name' => 'Mug', 'salable' => false]],
        ], $tiles[0]);
        self::assertSame(['14' => false], array_column($tiles[1]['variants'], 'salable', 'id'));
        self::assertSame([], $page->log->lines);
    }

    public function testTheProductOfThePageComesFirst(): void
    {
        $page = self::open(['catalog.product.related' => self::list('mug')]);
        $ids = [];
        preg_match_all('/data-back-in-stock-product[^>]*>\{"id":"(\d+)"/', $page->print(), $ids);
        self::assertSame(['1', '2'], $ids[1]);
    }

    /**
     * @return array<string, array{array<string, string|null>}>
     */
    public static function provideSettingsWithoutButtonsInLists(): array
    {
        return [
            'as it comes' => [['back_in_stock/pages/listing' => '0']],
            'emptied' => [['back_in_stock/pages/listing' => null]],
            'disabled' => [['back_in_stock/general/enabled' => '0']],
            'no key' => [['back_in_stock/general/api_key' => null]],
        ];
    }

    /**
     * @dataProvider provideSettingsWithoutButtonsInLists
     */
    public function testWithoutButtonsInListsTheListsAreNotEvenLookedAt(array $settings): void
    {
        $untouched = new class {
            public function getItems(): array
            {
                throw new \LogicException('Nobody needs these products.');
            }
        };
        $page = self::open(['catalog.product.related' => $untouched], [...self::ON, ...$settings]);
        self::assertSame([], $page->readTiles());
        self::assertSame([], $page->tileTags->getIdentities());
        self::assertSame([], $page->log->lines);
    }

    public function testWhatCanBeBoughtCostsNothing(): void
    {
        $asked = new class (['entity_id' => '1', 'type_id' => 'configurable', 'is_salable' => '1']) extends Product {
            public function isSalable()
            {
                throw new \LogicException('This would be a query.');
            }
        };
        Collection::$loads = 0;
        $page = self::open(['catalog.product.related' => new ProductList([$asked, $asked])]);
        self::assertSame([], $page->readTiles());
        self::assertSame([], $page->tileTags->getIdentities());
        self::assertSame(0, Collection::$loads);
        self::assertSame([], $page->log->lines);
    }

    public function testAListThatDoesNotBringTheStockAlongIsAskedForIt(): void
    {
        $shop = new Shop(self::PRODUCTS, false);
        $page = self::open([
            'product.info.upsell' => new ProductList([$shop->findProduct('lamp'), $shop->findProduct('mug')]),
        ]);
        self::assertSame(['2'], array_column($page->readTiles(), 'id'));
    }

    public function testAShopThatHidesSoldOutProductsHasNoneInItsLists(): void
    {
        $list = new ProductList((new Shop(self::PRODUCTS, true))->listTiles('lamp', 'mug', 'tee'));
        self::assertSame([], self::open(['catalog.product.related' => $list], hidesSoldOut: true)->readTiles());
    }

    public function testThePageIsDroppedFromTheCacheWithWhatIsPrintedAndItsChildren(): void
    {
        $page = self::open(['catalog.product.related' => self::list('lamp', 'mug', 'tee')]);
        self::assertSame(
            ['cat_p_2', 'cat_p_new', 'cat_p_13', 'cat_p_14'],
            $page->tileTags->getIdentities()
        );
        self::assertContains('cat_p_14', $page->listCacheTags());
    }

    /**
     * @return array<string, array{array<string, object>}>
     */
    public static function provideOtherBlocks(): array
    {
        return [
            'removed by the theme' => [[]],
            'another block of that name' => [['catalog.product.related' => new \stdClass()]],
            'a list that is empty' => [['catalog.product.related' => new ProductList([])]],
            'a list of what are no products' => [['catalog.product.related' => new ProductList([null, 'x', new \stdClass()])]],
            'a block that answers everything' => [['catalog.product.related' => new class {
                public function __call($name, $arguments)
                {
                    return null;
                }
            }]],
            'a list that gives none' => [['catalog.product.related' => new class {
                public function getItems()
                {
                    return null;
                }
            }]],
        ];
    }

    /**
     * @dataProvider provideOtherBlocks
     */
    public function testWhatIsNoListOfProductsIsNoMatter(array $lists): void
    {
        $page = self::open($lists);
        self::assertSame([], $page->readTiles());
        self::assertSame([], $page->tileTags->getIdentities());
        self::assertSame([], $page->log->lines);
    }

    public function testTheListsOfAdobeCommerceHaveAnotherMethodForAllTheyShow(): void
    {
        $list = new class ((new Shop(self::PRODUCTS, false))->listTiles('mug')) {
            public function __construct(private readonly array $items)
            {
            }

            public function getAllItems(): array
            {
                return $this->items;
            }

            public function getItemCollection(): array
            {
                return [];
            }
        };
        self::assertSame(['2'], array_column(self::open(['product.info.upsell' => $list])->readTiles(), 'id'));
    }

    public function testAListThatFailsCostsItsOwnTagsAlone(): void
    {
        $broken = new class {
            public function getItems(): array
            {
                throw new \TypeError('No list today.');
            }
        };
        $page = self::open(['catalog.product.related' => $broken, 'product.info.upsell' => self::list('mug')]);
        self::assertSame(['2'], array_column($page->readTiles(), 'id'));
        self::assertSame(['cat_p_2', 'cat_p_new'], $page->tileTags->getIdentities());
        self::assertStringContainsString('the tiles of catalog.product.related', $page->log->lines[0]);
    }

    public function testAProductThatCannotBePrintedCostsItsOwnTagAlone(): void
    {
        $odd = new Product(['entity_id' => '5', 'type_id' => 'simple', 'name' => "\xB1", 'is_salable' => '0']);
        $list = new ProductList([$odd, ...(new Shop(self::PRODUCTS, false))->listTiles('mug')]);
        $page = self::open(['catalog.product.related' => $list]);
        self::assertSame(['2'], array_column($page->readTiles(), 'id'));
        self::assertStringContainsString('the tile of product 5', $page->log->lines[0]);
    }

    public function testNoNameEndsTheScript(): void
    {
        $name = 'Mug </script><script>alert(1)</script><!--';
        $mug = new Product(['entity_id' => '2', 'type_id' => 'simple', 'name' => $name, 'is_salable' => '0']);
        $mug->setData('salable_by_itself', false);
        $page = self::open(['catalog.product.related' => new ProductList([$mug])]);
        self::assertSame(1, substr_count($page->tileTags->toHtml(), '<script'));
        self::assertSame($name, $page->readTiles()[0]['name']);
    }
}
