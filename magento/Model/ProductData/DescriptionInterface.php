<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\ProductData;

use Magento\Catalog\Model\Product;

/**
 * What of a kind of product can be sold out, and how its variants are told apart.
 */
interface DescriptionInterface
{
    /**
     * What the variants differ by, in the order of the page; empty when they do not vary.
     *
     * @param Product $product
     * @return array<int, array{id: string, code: string, label: string}>
     */
    public function describeAttributes(Product $product): array;

    /**
     * Every variant that is enabled in this store view, sold out or not.
     *
     * @param Product $product
     * @return array<int, array<string, mixed>>
     */
    public function describeVariants(Product $product): array;
}
