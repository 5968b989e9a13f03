<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\ResourceModel\Product\Collection;

/**
 * Magento\ConfigurableProduct\Model\Product\Type\Configurable, as far as the module uses it.
 */
final class ConfigurableType
{
    /**
     * @param array<int, array<string, mixed>> $children
     * @param SuperAttribute[] $attributes
     */
    public function __construct(
        private readonly array $children,
        private readonly array $attributes,
        private readonly bool $hidesSoldOut
    ) {
    }

    /**
     * @return array<int, array<string, string>>
     */
    public function getChildrenIds($parentId, $required = true): array
    {
        $ids = array_column($this->children, 'entity_id');
        return [array_combine($ids, $ids)];
    }

    /**
     * @return SuperAttribute[]
     */
    public function getConfigurableAttributes(Product $product): array
    {
        return $this->attributes;
    }

    /**
     * What the page itself has asked for and Magento keeps: it costs no further query.
     *
     * @return Product[]
     */
    public function getUsedProducts(Product $product): array
    {
        $loads = Collection::$loads;
        $children = iterator_to_array($this->getUsedProductCollection($product)->addFilterByRequiredOptions(), false);
        Collection::$loads = $loads;
        return $children;
    }

    public function getUsedProductCollection(Product $product): Collection
    {
        return new Collection($this->children, $this->hidesSoldOut);
    }
}
