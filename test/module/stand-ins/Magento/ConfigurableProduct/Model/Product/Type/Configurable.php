<?php

declare(strict_types=1);

namespace Magento\ConfigurableProduct\Model\Product\Type;

/**
 * The type of configurable products. Unit tests replace it by a stub.
 */
class Configurable
{
    public function getConfigurableAttributes($product)
    {
        throw new \LogicException('A test has to say which ones.');
    }

    public function getUsedProducts($product, $requiredAttributeIds = null)
    {
        throw new \LogicException('A test has to say which ones.');
    }

    public function getUsedProductCollection($product)
    {
        throw new \LogicException('A test has to say which one.');
    }
}
