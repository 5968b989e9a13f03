<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\ProductData;

use BackInStock\Klaviyo\Model\ProductData\ChildOptions;
use BackInStock\Klaviyo\Model\ProductData\ChildSku;
use BackInStock\Klaviyo\Model\ProductData\ConfigurableDescription;
use BackInStock\Klaviyo\Model\ProductData\ProductImage;
use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\Product\Attribute\Source\Status;
use Magento\Catalog\Model\ResourceModel\Eav\Attribute;
use Magento\Catalog\Model\ResourceModel\Product\Collection;
use Magento\ConfigurableProduct\Model\Product\Type\Configurable;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\TestCase;

/**
 * Tests the description of configurable products.
 */
class ConfigurableDescriptionTest extends TestCase
{
    private const LABELS = ['size' => ['172' => 'S', '170' => 'M']];

    /**
     * @var Collection&MockObject
     */
    private Collection $collection;

    private Attribute $attribute;

    protected function setUp(): void
    {
        $this->collection = $this->createMock(Collection::class);
        $this->attribute = $this->createStub(Attribute::class);
        $this->attribute->method('getId')->willReturn(144);
        $this->attribute->method('getAttributeCode')->willReturn('size');
        $this->attribute->method('getStoreLabel')->willReturn('Größe');
    }

    public function testListsTheAttributesWithTheLabelsOfTheStoreView(): void
    {
        self::assertSame(
            [['id' => '144', 'code' => 'size', 'label' => 'Größe']],
            $this->create()->describeAttributes($this->createProduct([]))
        );
    }

    public function testListsTheChildrenInTheOrderOfTheirOptions(): void
    {
        $small = $this->createChild('11', true);
        $medium = $this->createChild('10', false);
        $this->collection->method('getIterator')->willReturn(new \ArrayIterator([$medium, $small]));
        self::assertSame([
            ['id' => '11', 'sku' => 'SKU 11', 'options' => ['144' => '11 in stock'], 'salable' => true],
            [
                'id' => '10',
                'sku' => 'SKU 10',
                'image' => '/10.jpg',
                'options' => ['144' => '10 sold out'],
                'salable' => false,
            ],
        ], $this->create()->describeVariants($this->createProduct([$small])));
    }

    public function testAChildIsSalableIfMagentoUsesItOnThePageAndItIsInStock(): void
    {
        $used = $this->createChild('10', true);
        $usedAndSoldOut = $this->createChild('11', false);
        $hidden = $this->createChild('12', true);
        $children = [$hidden, $usedAndSoldOut, $used];
        $this->collection->method('getIterator')->willReturn(new \ArrayIterator($children));
        $variants = $this->create()->describeVariants($this->createProduct([$used, $usedAndSoldOut]));
        self::assertSame([true, false, false], array_column($variants, 'salable'));
    }

    public function testLoadsTheEnabledChildrenOfTheStoreViewEvenIfTheShopHidesThem(): void
    {
        $expected = [
            'setFlag' => ['has_stock_status_filter', true],
            'setStoreId' => [3],
            'addStoreFilter' => [3],
            'addAttributeToSelect' => [['size', 'small_image']],
            'addAttributeToFilter' => ['status', Status::STATUS_ENABLED],
            'addFilterByRequiredOptions' => [],
        ];
        foreach ($expected as $method => $arguments) {
            $this->collection->expects(self::once())->method($method)->with(...$arguments)->willReturnSelf();
        }
        $this->collection->method('getIterator')->willReturn(new \ArrayIterator([]));
        self::assertSame([], $this->create()->describeVariants($this->createProduct([])));
    }

    private function create(): ConfigurableDescription
    {
        $childOptions = $this->createMock(ChildOptions::class);
        $childOptions->method('listLabels')->with([$this->attribute])->willReturn(self::LABELS);
        $childOptions->method('sort')->with(self::anything(), self::LABELS)
            ->willReturnCallback(static fn (array $children): array => array_reverse($children));
        $childOptions->method('describe')->with(self::anything(), [$this->attribute], self::LABELS)->willReturnCallback(
            static fn (Product $child, array $attributes, array $labels, bool $isSalable): array
                => ['144' => $child->getId() . ($isSalable ? ' in stock' : ' sold out')]
        );
        $childSku = $this->createStub(ChildSku::class);
        $childSku->method('describe')->willReturnCallback(
            static fn (Product $child): array => ['sku' => 'SKU ' . $child->getId()]
        );
        $productImage = $this->createStub(ProductImage::class);
        $productImage->method('describe')->willReturnCallback(
            static fn (Product $child): array => ['image' => '/' . $child->getId() . '.jpg']
        );
        return new ConfigurableDescription($childOptions, $childSku, $productImage);
    }

    private function createChild(string $id, bool $isSalable): Product
    {
        $child = $this->createStub(Product::class);
        $child->method('getId')->willReturn($id);
        $child->method('isSalable')->willReturn($isSalable);
        return $child;
    }

    /**
     * @param Product[] $used the children that Magento uses on the page
     */
    private function createProduct(array $used): Product
    {
        $configurableAttribute = new class ($this->attribute) {
            public function __construct(private readonly Attribute $attribute)
            {
            }

            public function getProductAttribute(): Attribute
            {
                return $this->attribute;
            }
        };
        $type = $this->createStub(Configurable::class);
        $type->method('getConfigurableAttributes')->willReturn([$configurableAttribute]);
        $type->method('getUsedProducts')->willReturn($used);
        $type->method('getUsedProductCollection')->willReturn($this->collection);
        $product = $this->createStub(Product::class);
        $product->method('getTypeInstance')->willReturn($type);
        $product->method('getStoreId')->willReturn(3);
        return $product;
    }
}
