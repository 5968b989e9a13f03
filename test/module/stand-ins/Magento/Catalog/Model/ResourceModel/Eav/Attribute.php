<?php

declare(strict_types=1);

namespace Magento\Catalog\Model\ResourceModel\Eav;

/**
 * An attribute of products. Unit tests replace it by a stub.
 */
class Attribute
{
    public function getId()
    {
        throw new \LogicException('A test has to say which one.');
    }

    public function getAttributeCode()
    {
        throw new \LogicException('A test has to say which one.');
    }

    public function getStoreLabel($storeId = null)
    {
        throw new \LogicException('A test has to say which one.');
    }

    public function getSource()
    {
        throw new \LogicException('A test has to say which one.');
    }
}
