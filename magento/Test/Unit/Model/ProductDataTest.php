<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model;

use BackInStock\Klaviyo\Api\ProductDescriptionInterface;
use BackInStock\Klaviyo\Model\ProductData;
use BackInStock\Klaviyo\Model\ProductData\ProductImage;
use BackInStock\Klaviyo\Model\ProductData\WholeProductDescription;
use Magento\Catalog\Model\Product;
use Magento\Store\Api\Data\StoreInterface;
use Magento\Store\Model\StoreManagerInterface;
use PHPUnit\Framework\TestCase;

/**
 * Tests that product data come from the description of the product type.
 */
class ProductDataTest extends TestCase
{
    private const ATTRIBUTES = [['id' => '93', 'code' => 'color', 'label' => 'Colour']];

    private const VARIANTS = [['id' => '14', 'options' => ['93' => '49'], 'salable' => true]];

    public function testDescribesAProductByTheDescriptionOfItsType(): void
    {
        $product = $this->createProduct('kit');
        $description = $this->createMock(ProductDescriptionInterface::class);
        $description->method('describeAttributes')->with($product)->willReturn(self::ATTRIBUTES);
        $description->method('describeVariants')->with($product)->willReturn(self::VARIANTS);
        self::assertSame([
            'id' => '5',
            'sku' => 'KIT',
            'name' => 'Kit',
            'type' => 'kit',
            'image' => '/kit.jpg',
            'storeId' => '3',
            'storeCode' => 'de',
            'attributes' => self::ATTRIBUTES,
            'variants' => self::VARIANTS,
        ], $this->create(['kit' => $description])->describe($product));
    }

    /**
     * @dataProvider listMissingDescriptions
     */
    public function testDescribesAProductWithoutDescriptionAsOneVariant(array $descriptions): void
    {
        $described = $this->create($descriptions)->describe($this->createProduct('kit'));
        self::assertSame([], $described['attributes']);
        self::assertSame(
            [['id' => '5', 'sku' => 'KIT', 'name' => 'Kit', 'salable' => false]],
            $described['variants']
        );
    }

    /**
     * @dataProvider listMissingDescriptions
     */
    public function testAProductWithoutDescriptionIsNotFullyDescribed(array $descriptions): void
    {
        self::assertFalse($this->create($descriptions)->isFullyDescribed($this->createProduct('kit')));
    }

    public static function listMissingDescriptions(): array
    {
        return [
            'no descriptions' => [[]],
            'of another type' => [['bundle' => new WholeProductDescription()]],
            'removed in di.xml' => [['kit' => null]],
        ];
    }

    public function testAProductWithDescriptionIsFullyDescribed(): void
    {
        $productData = $this->create(['kit' => $this->createStub(ProductDescriptionInterface::class)]);
        self::assertTrue($productData->isFullyDescribed($this->createProduct('kit')));
    }

    public function testThrowsForAnItemThatIsNoDescription(): void
    {
        $this->expectException(\UnexpectedValueException::class);
        $this->expectExceptionMessage('type "kit" in di.xml does not implement ' . ProductDescriptionInterface::class);
        $this->create(['kit' => new \stdClass()])->describe($this->createProduct('kit'));
    }

    private function create(array $descriptions): ProductData
    {
        $store = $this->createStub(StoreInterface::class);
        $store->method('getId')->willReturn(3);
        $store->method('getCode')->willReturn('de');
        $storeManager = $this->createStub(StoreManagerInterface::class);
        $storeManager->method('getStore')->willReturn($store);
        $productImage = $this->createStub(ProductImage::class);
        $productImage->method('describe')->willReturn(['image' => '/kit.jpg']);
        return new ProductData($storeManager, $productImage, new WholeProductDescription(), $descriptions);
    }

    private function createProduct(string $type): Product
    {
        $product = $this->createStub(Product::class);
        $product->method('getId')->willReturn(5);
        $product->method('getTypeId')->willReturn($type);
        $product->method('getName')->willReturn('Kit');
        $product->method('getData')->willReturnCallback(static fn (string $key) => $key === 'sku' ? 'KIT' : null);
        $product->method('isSalable')->willReturn(false);
        return $product;
    }
}
