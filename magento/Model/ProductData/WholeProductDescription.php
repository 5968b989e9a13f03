<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\ProductData;

use BackInStock\Klaviyo\Api\ProductDescriptionInterface;
use Magento\Catalog\Model\Product;

/**
 * Products that are sold as a whole, and so are their own only variant: simple, virtual, downloadable, bundle, and
 * types of other extensions.
 */
class WholeProductDescription implements ProductDescriptionInterface
{
    /**
     * Nothing to choose.
     *
     * @param Product $product
     * @return array<int, array{id: string, code: string, label: string}>
     */
    public function describeAttributes(Product $product): array
    {
        return [];
    }

    /**
     * The product itself, salable as its page says.
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
