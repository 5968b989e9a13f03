<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model;

use BackInStock\Klaviyo\Model\PageProduct;
use BackInStock\Klaviyo\Model\ProductData;
use Magento\Catalog\Helper\Data as CatalogHelper;
use Magento\Catalog\Model\Product;
use Magento\Framework\Serialize\Serializer\JsonHexTag;
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
     * @var JsonHexTag&MockObject
     */
    private JsonHexTag $serializer;

    /**
     * @var LoggerInterface&MockObject
     */
    private LoggerInterface $logger;

    protected function setUp(): void
    {
        $this->productData = $this->createMock(ProductData::class);
        $this->serializer = $this->createMock(JsonHexTag::class);
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
        self::assertSame('', $pageProduct->getJson());
        self::assertTrue($pageProduct->mayBeSoldOut());
    }

    public function testReturnsTheDescriptionAsJson(): void
    {
        $described = ['id' => '5', 'variants' => []];
        $this->productData->method('describe')->willReturn($described);
        $this->serializer->method('serialize')->with($described)->willReturn('{"id":"5"}');
        self::assertSame('{"id":"5"}', $this->create($this->createProduct())->getJson());
    }

    public function testLogsADescriptionThatCannotBeConvertedToJson(): void
    {
        $error = new \InvalidArgumentException('Unable to serialize value.');
        $this->productData->method('describe')->willReturn(['id' => '5', 'variants' => []]);
        $this->serializer->method('serialize')->willThrowException($error);
        $this->logger->expects(self::once())->method('error')
            ->with(self::stringContains('product 5'), ['exception' => $error]);
        self::assertSame('', $this->create($this->createProduct())->getJson());
    }

    public function testLogsAnErrorOnceAndReturnsNoData(): void
    {
        $error = new \TypeError('No description today.');
        $this->productData->method('isFullyDescribed')->willReturn(true);
        $this->productData->method('describe')->willThrowException($error);
        $this->logger->expects(self::once())->method('error')
            ->with(self::stringContains('product 5'), ['exception' => $error]);
        $this->serializer->expects(self::never())->method('serialize');
        $pageProduct = $this->create($this->createProduct());
        self::assertSame([], $pageProduct->describe());
        self::assertSame('', $pageProduct->getJson());
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
            'an object instead of an array' => [[$inStock, (object) $inStock], true, true],
            'no variants' => [[], true, false],
            'a type without description' => [[$inStock], false, true],
        ];
    }

    /**
     * @dataProvider listStates
     */
    public function testKnowsWhetherAllOrAPartIsCertainlySoldOut(array $described, bool $has, bool $isPartly): void
    {
        $this->productData->method('describe')->willReturn(['id' => '5'] + $described);
        $pageProduct = $this->create($this->createProduct());
        self::assertSame($has, $pageProduct->hasSoldOut());
        self::assertSame($isPartly, $pageProduct->isPartlySoldOut());
    }

    public static function listStates(): array
    {
        $inStock = ['salable' => true];
        $soldOut = ['salable' => false];
        $attributes = ['attributes' => [['id' => '93']]];
        return [
            'all in stock' => [$attributes + ['variants' => [$inStock]], false, false],
            'some sold out' => [$attributes + ['variants' => [$inStock, $soldOut]], true, true],
            'all sold out' => [$attributes + ['variants' => [$soldOut]], true, false],
            'some members of a set' => [['attributes' => [], 'variants' => [$inStock, $soldOut]], true, false],
            'not certain' => [$attributes + ['variants' => [$inStock, [], (object) $soldOut, 'x']], false, false],
            'no variants' => [[], false, false],
        ];
    }

    public function testAPageWithoutProductHasNothingSoldOut(): void
    {
        self::assertFalse($this->create(null)->hasSoldOut());
    }

    private function create(?Product $product): PageProduct
    {
        $helper = $this->createStub(CatalogHelper::class);
        $helper->method('getProduct')->willReturn($product);
        return new PageProduct($helper, $this->productData, $this->serializer, $this->logger);
    }

    private function createProduct(): Product
    {
        $product = $this->createStub(Product::class);
        $product->method('getId')->willReturn(5);
        return $product;
    }
}
