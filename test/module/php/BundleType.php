<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

/**
 * Magento\Bundle\Model\Product\Type, as far as the module uses it.
 */
final class BundleType
{
    /**
     * @param array<int, array{isRequired: bool, ids: string[]}> $parts
     */
    public function __construct(private readonly array $parts)
    {
    }

    /**
     * The children of each part; asked for those that are required, Magento leaves out the parts that a shopper can do
     * without, unless there are no others.
     *
     * @return array<int, array<int, string>>
     */
    public function getChildrenIds($parentId, $required = true): array
    {
        $parts = array_filter($this->parts, static fn (array $part): bool => !$required || $part['isRequired']);
        return array_column($parts ?: $this->parts, 'ids');
    }
}
