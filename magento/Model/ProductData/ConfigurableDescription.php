<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\ProductData;

use BackInStock\Klaviyo\Api\ProductDescriptionInterface;
use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\Product\Attribute\Source\Status;

/**
 * Describes configurable products. The variants are the children.
 */
class ConfigurableDescription implements ProductDescriptionInterface
{
    /**
     * @param ChildOptions $childOptions
     * @param ChildSku $childSku
     * @param ProductImage $productImage
     */
    public function __construct(
        private readonly ChildOptions $childOptions,
        private readonly ChildSku $childSku,
        private readonly ProductImage $productImage
    ) {
    }

    /**
     * List the attributes that shoppers choose, with their labels in the current store view.
     *
     * @param Product $product
     * @return array<int, array{id: string, code: string, label: string}>
     */
    public function describeAttributes(Product $product): array
    {
        $described = [];
        foreach ($this->listAttributes($product) as $attribute) {
            $described[] = [
                'id' => (string) $attribute->getId(),
                'code' => (string) $attribute->getAttributeCode(),
                'label' => (string) $attribute->getStoreLabel(),
            ];
        }
        return $described;
    }

    /**
     * List the enabled children with their options, sorted by the order of the options on the page.
     *
     * The shop may not show a sold-out child anywhere else, so the product data contain no more of it than the form
     * needs. They do not contain its name, because the form shows the labels of the options.
     *
     * @param Product $product
     * @return array<int, array<string, mixed>>
     */
    public function describeVariants(Product $product): array
    {
        $attributes = $this->listAttributes($product);
        $labels = $this->childOptions->listLabels($attributes);
        $salable = $this->findSalableIds($product);
        $children = [...$this->listChildren($product, $attributes)];

        $variants = [];
        foreach ($this->childOptions->sort($children, $labels) as $child) {
            $isSalable = isset($salable[$child->getId()]);
            $variants[] = [
                'id' => (string) $child->getId(),
                ...$this->childSku->describe($child),
                ...($isSalable ? [] : $this->productImage->describe($child)),
                'options' => $this->childOptions->describe($child, $attributes, $labels, $isSalable),
                'salable' => $isSalable,
            ];
        }
        return $variants;
    }

    /**
     * List the attribute models, in the order of the page.
     *
     * @param Product $product
     * @return array<int, \Magento\Catalog\Model\ResourceModel\Eav\Attribute>
     */
    private function listAttributes(Product $product): array
    {
        $attributes = [];
        foreach ($product->getTypeInstance()->getConfigurableAttributes($product) as $configurableAttribute) {
            $attributes[] = $configurableAttribute->getProductAttribute();
        }
        return $attributes;
    }

    /**
     * List the ids of the salable children: those that Magento uses on the page and that are salable.
     *
     * @param Product $product
     * @return array<int, true>
     */
    private function findSalableIds(Product $product): array
    {
        $ids = [];
        foreach ($product->getTypeInstance()->getUsedProducts($product) as $child) {
            if ($child->isSalable()) {
                $ids[$child->getId()] = true;
            }
        }
        return $ids;
    }

    /**
     * Load all children, including those that the shop hides because they are sold out.
     *
     * @param Product $product
     * @param array<int, \Magento\Catalog\Model\ResourceModel\Eav\Attribute> $attributes
     * @return iterable<Product>
     */
    private function listChildren(Product $product, array $attributes): iterable
    {
        $codes = array_map(static fn ($attribute) => $attribute->getAttributeCode(), $attributes);
        $children = $product->getTypeInstance()->getUsedProductCollection($product);
        // Without this flag, Magento removes children that are out of stock.
        $children->setFlag('has_stock_status_filter', true);
        $children->setStoreId($product->getStoreId());
        $children->addStoreFilter($product->getStoreId());
        $children->addAttributeToSelect([...$codes, ProductImage::ATTRIBUTE]);
        $children->addAttributeToFilter('status', Status::STATUS_ENABLED);
        // Magento never sells a child with required custom options, so such a child is not a variant.
        $children->addFilterByRequiredOptions();
        return $children;
    }
}
