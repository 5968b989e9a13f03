<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

/**
 * Magento\Catalog\Block\Product\ProductList\Related or Upsell, as far as the module uses them.
 */
final class ProductList
{
    /**
     * @param iterable<mixed> $items
     */
    public function __construct(private readonly iterable $items)
    {
    }

    public function getItems(): iterable
    {
        return $this->items;
    }
}
