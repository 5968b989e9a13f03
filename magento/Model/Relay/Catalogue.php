<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use BackInStock\Klaviyo\Model\Settings;
use Magento\Catalog\Model\Product\Attribute\Source\Status;
use Magento\Catalog\Model\ResourceModel\Product\CollectionFactory;

/**
 * Knows what can be subscribed to.
 */
class Catalogue
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
     */
    public function __construct(
        private readonly Settings $settings,
        private readonly CollectionFactory $collectionFactory
    ) {
    }

    /**
     * Whether the shop sells this, in or out of stock: one query, and no product is loaded.
     *
     * @param string $variant as Klaviyo knows it: an entity id, or an SKU where the merchant has said so
     * @param int $storeId
     * @return bool
     */
    public function has(string $variant, int $storeId): bool
    {
        $isSku = $this->settings->getText('general/variant_id') === 'sku';
        if (preg_match(self::PATTERNS[$isSku ? 'sku' : 'id'], $variant) !== 1) {
            return false;
        }
        $products = $this->collectionFactory->create();
        // Or the shop's setting would hide what is sold out, in Magentos that look at it also for ids alone.
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
        return $products->getAllIds(1) !== [];
    }
}
