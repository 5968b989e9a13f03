<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model;

use BackInStock\Klaviyo\Model\StoreProducts;
use Magento\Catalog\Model\Product\Attribute\Source\Status as ProductStatus;
use Magento\Catalog\Model\ResourceModel\Product\Collection;
use Magento\Catalog\Model\ResourceModel\Product\CollectionFactory;
use Magento\CatalogInventory\Model\ResourceModel\Stock\Status;
use Magento\CatalogInventory\Model\ResourceModel\Stock\StatusFactory;
use PHPUnit\Framework\TestCase;

/**
 * Tests that a collection contains the enabled products of a store view, even if the shop hides the sold-out ones.
 */
class StoreProductsTest extends TestCase
{
    public function testCreatesACollectionOfTheEnabledProductsWithTheirStock(): void
    {
        $collection = $this->createMock(Collection::class);
        $expected = [
            'setFlag' => ['has_stock_status_filter', true],
            'setStoreId' => [3],
            'addStoreFilter' => [3],
            'addAttributeToFilter' => ['status', ProductStatus::STATUS_ENABLED],
        ];
        foreach ($expected as $method => $arguments) {
            $collection->expects(self::once())->method($method)->with(...$arguments)->willReturnSelf();
        }
        $factory = $this->createStub(CollectionFactory::class);
        $factory->method('create')->willReturn($collection);
        $status = $this->createMock(Status::class);
        $status->expects(self::once())->method('addStockDataToCollection')
            ->with($collection, false)->willReturn($collection);
        $statusFactory = $this->createStub(StatusFactory::class);
        $statusFactory->method('create')->willReturn($status);
        self::assertSame($collection, (new StoreProducts($factory, $statusFactory))->createCollection(3));
    }
}
