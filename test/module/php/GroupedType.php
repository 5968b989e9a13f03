<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test;

/**
 * The types whose children have a list of ids for each link type or option: grouped and bundle products.
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
