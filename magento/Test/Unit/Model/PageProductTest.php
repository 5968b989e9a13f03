<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model;

use BackInStock\Klaviyo\Model\PageProduct;
use BackInStock\Klaviyo\Model\ProductData;
use Magento\Catalog\Helper\Data as CatalogHelper;
use Magento\Catalog\Model\Product;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\TestCase;
use Psr\Log\LoggerInterface;

/**
 * Tests the description of the product of a page.
 */
class PageProductTest extends TestCase
{
    /**
     * @var ProductData&MockObject
     */
    private ProductData $productData;

    /**
     * @var LoggerInterface&MockObject
     */
    private LoggerInterface $logger;

    protected function setUp(): void
    {
        $this->productData = $this->createMock(ProductData::class);
        $this->logger = $this->createMock(LoggerInterface::class);
    }

    public function testDescribesTheProductOnceForAllBlocks(): void
    {
        $this->productData->expects(self::once())->method('describe')->willReturn(['id' => '5', 'variants' => []]);
        $pageProduct = $this->create($this->createProduct());
        self::assertSame('5', $pageProduct->describe()['id']);
        self::assertSame('5', $pageProduct->describe()['id']);
    }

    public function testAPageWithoutProductHasNoDataAndMayShowSomethingSoldOut(): void
    {
        $this->productData->expects(self::never())->method('describe');
        $pageProduct = $this->create(null);
        self::assertNull($pageProduct->find());
        self::assertSame([], $pageProduct->describe());
        self::assertTrue($pageProduct->mayBeSoldOut());
    }

    public function testLogsAnErrorOnceAndReturnsNoData(): void
    {
        $error = new \TypeError('No description today.');
        $this->productData->method('isFullyDescribed')->willReturn(true);
        $this->productData->method('describe')->willThrowException($error);
        $this->logger->expects(self::once())->method('error')
            ->with(self::stringContains('product 5'), ['exception' => $error]);
        $pageProduct = $this->create($this->createProduct());
        self::assertSame([], $pageProduct->describe());
        self::assertTrue($pageProduct->mayBeSoldOut());
    }

    /**
     * @dataProvider listVariants
     */
    public function testIsSoldOutUnlessAllVariantsAreSalable(array $variants, bool $isFull, bool $expected): void
    {
        $this->productData->method('isFullyDescribed')->willReturn($isFull);
        $this->productData->method('describe')->willReturn(['id' => '5', 'variants' => $variants]);
        self::assertSame($expected, $this->create($this->createProduct())->mayBeSoldOut());
    }

    public static function listVariants(): array
    {
        $inStock = ['id' => '1', 'salable' => true];
        return [
            'all in stock' => [[$inStock, $inStock], true, false],
            'one sold out' => [[$inStock, ['id' => '2', 'salable' => false]], true, true],
            'one without stock status' => [[$inStock, ['id' => '2']], true, true],
            'a number instead of a boolean' => [[['id' => '2', 'salable' => 0]], true, true],
            'no variants' => [[], true, false],
            'a type without description' => [[$inStock], false, true],
        ];
    }

    private function create(?Product $product): PageProduct
    {
        $helper = $this->createStub(CatalogHelper::class);
        $helper->method('getProduct')->willReturn($product);
        return new PageProduct($helper, $this->productData, $this->logger);
    }

    private function createProduct(): Product
    {
        $product = $this->createStub(Product::class);
        $product->method('getId')->willReturn(5);
        return $product;
    }
}
