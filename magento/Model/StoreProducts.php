<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

use Magento\Catalog\Model\Product\Attribute\Source\Status;
use Magento\Catalog\Model\ResourceModel\Product\Collection;
use Magento\Catalog\Model\ResourceModel\Product\CollectionFactory;
use Magento\CatalogInventory\Model\ResourceModel\Stock\StatusFactory;

/**
 * Creates collections of the products of a store view: enabled, in stock or sold out, and with their stock status.
 */
class StoreProducts
{
    /**
     * @param CollectionFactory $collectionFactory
     * @param StatusFactory $stockStatusFactory
     */
    public function __construct(
        private readonly CollectionFactory $collectionFactory,
        private readonly StatusFactory $stockStatusFactory
    ) {
    }

    /**
     * Create a collection whose products have `is_salable` in their data. isSalable() of these products is always true.
     *
     * @param int $storeId
     * @return Collection
     */
    public function createCollection(int $storeId): Collection
    {
        $products = $this->collectionFactory->create();
        // Without this flag, Magento removes products that are out of stock if the shop hides them.
        $products->setFlag('has_stock_status_filter', true);
        $products->setStoreId($storeId);
        $products->addStoreFilter($storeId);
        $products->addAttributeToFilter('status', Status::STATUS_ENABLED);
        // One join, which is correct with and without multi-source inventory.
        $this->stockStatusFactory->create()->addStockDataToCollection($products, false);
        return $products;
    }
}
