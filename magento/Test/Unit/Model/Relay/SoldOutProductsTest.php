<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\Relay;

use BackInStock\Klaviyo\Model\Relay\SoldOutProducts;
use BackInStock\Klaviyo\Model\Settings;
use BackInStock\Klaviyo\Model\StoreProducts;
use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\ResourceModel\Product\Collection;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\TestCase;

/**
 * Tests which products shoppers can subscribe to.
 */
class SoldOutProductsTest extends TestCase
{
    /**
     * @var Collection&MockObject
     */
    private Collection $collection;

    /**
     * @var array<int, array> the filters that were added to the collection
     */
    private array $filters = [];

    protected function setUp(): void
    {
        $this->collection = $this->createMock(Collection::class);
        $this->collection->method('addAttributeToFilter')->willReturnCallback(function ($attribute, $condition) {
            $this->filters[$attribute] = $condition;
            return $this->collection;
        });
    }

    public function testFindsASoldOutProductById(): void
    {
        $this->setProducts(['id' => '64814', 'is_salable' => '0']);
        $this->collection->expects(self::once())->method('addIdFilter')->with(64814);
        self::assertSame('64814', $this->create('id')->findIdentifier('64814', 3));
        self::assertSame(['type_id' => ['nin' => ['configurable', 'grouped']]], $this->filters);
    }

    public function testReturnsTheSkuAsTheDatabaseHasIt(): void
    {
        $this->setProducts(['id' => '64814', 'sku' => 'MUG-Red', 'is_salable' => '0']);
        $this->collection->expects(self::never())->method('addIdFilter');
        self::assertSame('MUG-Red', $this->create('sku')->findIdentifier('mug-red', 3));
        self::assertSame('mug-red', $this->filters['sku']);
    }

    public function testReturnsNothingForAProductInStock(): void
    {
        $this->setProducts(['id' => '64814', 'is_salable' => '1']);
        self::assertNull($this->create('id')->findIdentifier('64814', 3));
    }

    public function testReturnsNothingForAnUnknownProduct(): void
    {
        $this->setProducts();
        self::assertNull($this->create('id')->findIdentifier('64814', 3));
    }

    /**
     * @dataProvider listInvalid
     */
    public function testDoesNotLookForATextThatIsNoIdentifier(string $kind, string $variant): void
    {
        $storeProducts = $this->createMock(StoreProducts::class);
        $storeProducts->expects(self::never())->method('createCollection');
        self::assertNull($this->create($kind, $storeProducts)->findIdentifier($variant, 3));
    }

    public static function listInvalid(): array
    {
        return [
            'an SKU instead of an id' => ['id', 'MUG'],
            'zero' => ['id', '0'],
            'a leading zero' => ['id', '01'],
            'a line break' => ['id', "5\n"],
            'too many digits' => ['id', '12345678901'],
            'no SKU' => ['sku', ''],
            'a long SKU' => ['sku', str_repeat('a', 65)],
            'invalid UTF-8' => ['sku', "\xFF"],
        ];
    }

    public function testAcceptsAnSkuOf64CharactersInAnyAlphabet(): void
    {
        $sku = str_repeat('ß', 64);
        $this->setProducts(['id' => '5', 'sku' => $sku, 'is_salable' => null]);
        self::assertSame($sku, $this->create('sku')->findIdentifier($sku, 3));
    }

    private function setProducts(array ...$rows): void
    {
        $products = array_map(function (array $row): Product {
            $product = $this->createStub(Product::class);
            $product->method('getId')->willReturn($row['id']);
            $product->method('getData')->willReturnCallback(static fn (string $key) => $row[$key] ?? null);
            return $product;
        }, $rows);
        $this->collection->method('getIterator')->willReturn(new \ArrayIterator($products));
    }

    private function create(string $kind, ?StoreProducts $storeProducts = null): SoldOutProducts
    {
        $settings = $this->createStub(Settings::class);
        $settings->method('getText')->willReturnMap([['general/variant_id', $kind]]);
        if ($storeProducts === null) {
            $storeProducts = $this->createMock(StoreProducts::class);
            $storeProducts->method('createCollection')->with(3)->willReturn($this->collection);
        }
        return new SoldOutProducts($settings, $storeProducts);
    }
}
