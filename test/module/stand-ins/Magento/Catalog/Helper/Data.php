<?php

declare(strict_types=1);

namespace Magento\Catalog\Helper;

use Magento\Catalog\Model\Product;

/**
 * Knows the product of the page.
 */
class Data
{
    public function __construct(private readonly ?Product $product = null)
    {
    }

    public function getProduct(): ?Product
    {
        return $this->product;
    }
}
