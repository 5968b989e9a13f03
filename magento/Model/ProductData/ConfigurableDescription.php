<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\ProductData;

use BackInStock\Klaviyo\Api\ProductDescriptionInterface;
use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\Product\Attribute\Source\Status;

/**
 * Configurable products, which are sold by their children.
 */
class ConfigurableDescription implements ProductDescriptionInterface
{
    /**
     * @param ChildOptions $childOptions
     * @param ChildSku $childSku
     */
    public function __construct(private readonly ChildOptions $childOptions, private readonly ChildSku $childSku)
    {
    }

    /**
     * The attributes that a shopper chooses, with their labels in this store view.
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
     * The children that are enabled, with their options, in the order of the page's options.
     *
     * Those that are sold out may stand nowhere else in the shop, so they are told with no more than is needed: their
     * names are not, since shoppers read the labels of the options.
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
                'options' => $this->childOptions->describe($child, $attributes, $labels, $isSalable),
                'salable' => $isSalable,
            ];
        }
        return $variants;
    }

    /**
     * The attributes themselves, in the order of the page.
     *
     * @param Product $product
     * @return array<int, \Magento\Catalog\Model\ResourceModel\Eav\Attribute>
     */
    private function listAttributes(Product $product): array
    {
        $attributes = [];
        foreach ($product->getTypeInstance()->getConfigurableAttributes($product) as $chosenBy) {
            $attributes[] = $chosenBy->getProductAttribute();
        }
        return $attributes;
    }

    /**
     * The ids of the children that can be bought: those that Magento itself uses, and calls salable.
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
     * All children, also those that the shop hides because they are sold out.
     *
     * @param Product $product
     * @param array<int, \Magento\Catalog\Model\ResourceModel\Eav\Attribute> $attributes
     * @return iterable<Product>
     */
    private function listChildren(Product $product, array $attributes): iterable
    {
        $codes = array_map(static fn ($attribute) => $attribute->getAttributeCode(), $attributes);
        $children = $product->getTypeInstance()->getUsedProductCollection($product);
        // Without this flag Magento filters by stock.
        $children->setFlag('has_stock_status_filter', true);
        $children->setStoreId($product->getStoreId());
        $children->addStoreFilter($product->getStoreId());
        $children->addAttributeToSelect($codes);
        $children->addAttributeToFilter('status', Status::STATUS_ENABLED);
        // Magento sells no child that asks for more than its options, so such a one is never sold out either.
        $children->addFilterByRequiredOptions();
        return $children;
    }
}
