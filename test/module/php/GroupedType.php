<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

/**
 * Magento\GroupedProduct\Model\Product\Type\Grouped, with a list of ids for each type of link, and types without
 * children. Both take no notice of whether only those are wanted that are required; configurables do so neither.
 */
final class GroupedType
{
    /**
     * @param array<int, array<int, string>> $ids
     */
    public function __construct(private readonly array $ids = [])
    {
    }

    /**
     * @return array<int, array<int, string>>
     */
    public function getChildrenIds($parentId, $required = true): array
    {
        return $this->ids;
    }
}
