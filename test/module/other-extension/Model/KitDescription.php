<?php

declare(strict_types=1);

namespace Vendor\Kits\Model;

use BackInStock\Klaviyo\Api\ProductDescriptionInterface;
use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\ResourceModel\Product\CollectionFactory;
use Magento\CatalogInventory\Model\ResourceModel\Stock\StatusFactory;

/**
 * A product type of another extension: shoppers choose one part of a kit.
 */
class KitDescription implements ProductDescriptionInterface
{
    public function __construct(
        private readonly CollectionFactory $productCollectionFactory,
        private readonly StatusFactory $stockStatusFactory
    ) {
    }

    public function describeAttributes(Product $product): array
    {
        return [['id' => 'part', 'code' => 'part', 'label' => 'Part']];
    }

    public function describeVariants(Product $product): array
    {
        $parts = $this->productCollectionFactory->create();
        $parts->addIdFilter(array_merge(...$product->getTypeInstance()->getChildrenIds($product->getId(), false)));
        $parts->setFlag('has_stock_status_filter', true);
        $parts->addAttributeToSelect(['name']);
        $this->stockStatusFactory->create()->addStockDataToCollection($parts, false);
        $variants = [];
        foreach ($parts as $part) {
            $variants[] = [
                'id' => (string) $part->getId(),
                'options' => ['part' => ['id' => (string) $part->getId(), 'label' => (string) $part->getName()]],
                'salable' => (bool) $part->getData('is_salable'),
            ];
        }
        return $variants;
    }
}
