<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use BackInStock\Klaviyo\Model\Settings;
use BackInStock\Klaviyo\Model\StoreProducts;

/**
 * Finds the products that shoppers can subscribe to.
 */
class SoldOutProducts
{
    /**
     * The limits of the database: ids of ten digits, and SKUs of 64 characters.
     */
    private const PATTERNS = ['id' => '/^[1-9]\d{0,9}$/D', 'sku' => '/^.{1,64}$/suD'];

    /**
     * These product types are sold by their children, so Klaviyo would never send an alert for the parent.
     */
    private const PARENT_TYPES = ['configurable', 'grouped'];

    /**
     * @param Settings $settings
     * @param StoreProducts $storeProducts
     */
    public function __construct(private readonly Settings $settings, private readonly StoreProducts $storeProducts)
    {
    }

    /**
     * Find a sold-out product of the shop, and return its identifier in Klaviyo. Return null for everything else.
     *
     * This is one query, which loads no attributes.
     *
     * @param string $variant the value from the request: an entity id or a SKU, depending on the setting
     * @param int $storeId
     * @return string|null the id or SKU from the database, since the database ignores case and Klaviyo does not
     */
    public function findIdentifier(string $variant, int $storeId): ?string
    {
        $isSku = $this->settings->getText('general/variant_id') === 'sku';
        if (preg_match(self::PATTERNS[$isSku ? 'sku' : 'id'], $variant) !== 1) {
            return null;
        }
        $products = $this->storeProducts->createCollection($storeId);
        $products->addAttributeToFilter('type_id', ['nin' => self::PARENT_TYPES]);
        if ($isSku) {
            $products->addAttributeToFilter('sku', $variant);
        } else {
            $products->addIdFilter((int) $variant);
        }
        foreach ($products as $product) {
            if (!$product->getData('is_salable')) {
                return (string) ($isSku ? $product->getData('sku') : $product->getId());
            }
        }
        return null;
    }
}
