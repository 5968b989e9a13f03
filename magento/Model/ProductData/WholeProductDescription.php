<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\ProductData;

use BackInStock\Klaviyo\Api\ProductDescriptionInterface;
use Magento\Catalog\Model\Product;

/**
 * Describes products that are sold as a whole. Such a product is its only variant: simple, virtual, downloadable,
 * gift card, bundle, and product types of other extensions that have no description.
 */
class WholeProductDescription implements ProductDescriptionInterface
{
    /**
     * Return no attributes: there is nothing to choose.
     *
     * @param Product $product
     * @return array<int, array{id: string, code: string, label: string}>
     */
    public function describeAttributes(Product $product): array
    {
        return [];
    }

    /**
     * Return the product itself as its only variant.
     *
     * @param Product $product
     * @return array<int, array<string, mixed>>
     */
    public function describeVariants(Product $product): array
    {
        return [[
            'id' => (string) $product->getId(),
            'sku' => (string) $product->getData('sku'),
            'name' => (string) $product->getName(),
            'salable' => (bool) $product->isSalable(),
        ]];
    }
}
