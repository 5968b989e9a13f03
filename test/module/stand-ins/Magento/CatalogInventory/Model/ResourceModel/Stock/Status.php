<?php

declare(strict_types=1);

namespace Magento\CatalogInventory\Model\ResourceModel\Stock;

class Status
{
    public function addStockDataToCollection($collection, $isFilterInStock)
    {
        if ($isFilterInStock) {
            throw new \LogicException('That leaves the sold-out products out.');
        }
        $collection->addStockData();
        return $collection;
    }
}
