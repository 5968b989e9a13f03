<?php

declare(strict_types=1);

namespace Magento\Catalog\Model\ResourceModel\Product;

/**
 * Gives collections of all products of the shop in memory.
 */
class CollectionFactory
{
    public function __construct(private readonly \Closure $create)
    {
    }

    public function create(array $data = []): Collection
    {
        return ($this->create)();
    }
}
