<?php

declare(strict_types=1);

namespace Magento\CatalogInventory\Model\ResourceModel\Stock;

class StatusFactory
{
    public function create(array $data = []): Status
    {
        return new Status();
    }
}
