<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use BackInStock\Klaviyo\Model\Settings;
use Magento\Catalog\Model\Product\Attribute\Source\Status;
use Magento\Catalog\Model\ResourceModel\Product\CollectionFactory;
use Magento\CatalogInventory\Model\ResourceModel\Stock\StatusFactory;

/**
 * Knows what can be subscribed to.
 */
class SoldOutProducts
{
    /**
     * The database's limits: ten digits, and 64 characters of a SKU.
     */
    private const PATTERNS = ['id' => '/^[1-9]\d{0,9}$/D', 'sku' => '/^.{1,64}$/suD'];

    /**
     * They come back in stock by their parts alone; of a subscription to one of them nobody would ever hear.
     */
    private const NEVER_SUBSCRIBED_TO = ['configurable', 'grouped'];

    /**
     * @param Settings $settings
     * @param CollectionFactory $collectionFactory
     * @param StatusFactory $stockStatusFactory
     */
    public function __construct(
        private readonly Settings $settings,
        private readonly CollectionFactory $collectionFactory,
        private readonly StatusFactory $stockStatusFactory
    ) {
    }

    /**
     * What the shop sells and is sold out, under the name by which Klaviyo knows it; null for everything else.
     *
     * One query for the rows of the table of products, with none of their attributes.
     *
     * @param string $variant as it came: an entity id, or an SKU where the merchant has said so
     * @param int $storeId
     * @return string|null the id or the SKU as the database has it, which compares SKUs more loosely than Klaviyo does
     */
    public function findIdentifier(string $variant, int $storeId): ?string
    {
        $isSku = $this->settings->getText('general/variant_id') === 'sku';
        if (preg_match(self::PATTERNS[$isSku ? 'sku' : 'id'], $variant) !== 1) {
            return null;
        }
        $products = $this->collectionFactory->create();
        // Or the shop's setting would hide what is sold out.
        $products->setFlag('has_stock_status_filter', true);
        $products->setStoreId($storeId);
        $products->addStoreFilter($storeId);
        $products->addAttributeToFilter('status', Status::STATUS_ENABLED);
        $products->addAttributeToFilter('type_id', ['nin' => self::NEVER_SUBSCRIBED_TO]);
        if ($isSku) {
            $products->addAttributeToFilter('sku', $variant);
        } else {
            $products->addIdFilter((int) $variant);
        }
        // One join, right with and without multi-source inventory; with the flag isSalable() is true for all.
        $this->stockStatusFactory->create()->addStockDataToCollection($products, false);
        foreach ($products as $product) {
            if (!$product->getData('is_salable')) {
                return (string) ($isSku ? $product->getData('sku') : $product->getId());
            }
        }
        return null;
    }
}
