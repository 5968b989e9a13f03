<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\ProductData;

use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\Product\Attribute\Source\Status;

/**
 * Configurable products, which are sold by their children.
 */
class ConfigurableDescription implements DescriptionInterface
{
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
     * @param Product $product
     * @return array<int, array<string, mixed>>
     */
    public function describeVariants(Product $product): array
    {
        $attributes = $this->listAttributes($product);
        $labels = $this->listOptionLabels($attributes);
        $salable = $this->findSalableIds($product);

        $variants = [];
        foreach ($this->sortByOptions([...$this->listChildren($product, $attributes)], $labels) as $child) {
            $variants[] = [
                'id' => (string) $child->getId(),
                'sku' => (string) $child->getData('sku'),
                'name' => (string) $child->getName(),
                'options' => $this->describeOptions($child, $attributes, $labels),
                'salable' => isset($salable[$child->getId()]),
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
     * The labels of all options, asked once for each attribute and not once for each child.
     *
     * @param array<int, \Magento\Catalog\Model\ResourceModel\Eav\Attribute> $attributes
     * @return array<string, array<string, string>> by attribute code and option id
     */
    private function listOptionLabels(array $attributes): array
    {
        $labels = [];
        foreach ($attributes as $attribute) {
            $options = $attribute->getSource()->getAllOptions(false);
            $labels[$attribute->getAttributeCode()] = array_column($options, 'label', 'value');
        }
        return $labels;
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
        $children->addAttributeToSelect(['name', ...$codes]);
        $children->addAttributeToFilter('status', Status::STATUS_ENABLED);
        // Magento sells no child that asks for more than its options, so such a one is never sold out either.
        $children->addFilterByRequiredOptions();
        return $children;
    }

    /**
     * The children in the order in which a shopper reads the options; the database has them as they were made.
     *
     * @param Product[] $children
     * @param array<string, array<string, string>> $labels
     * @return Product[]
     */
    private function sortByOptions(array $children, array $labels): array
    {
        $ranks = array_map(static fn (array $options): array => array_flip(array_keys($options)), $labels);
        $rank = static fn (Product $child): array => array_map(
            static fn (string $code): int => $ranks[$code][$child->getData($code)] ?? -1,
            array_keys($ranks)
        );
        usort($children, static fn (Product $one, Product $other): int => $rank($one) <=> $rank($other));
        return $children;
    }

    /**
     * The child's option for each attribute.
     *
     * @param Product $child
     * @param array<int, \Magento\Catalog\Model\ResourceModel\Eav\Attribute> $attributes
     * @param array<string, array<string, string>> $labels
     * @return array<string, array{id: string, label: string}>
     */
    private function describeOptions(Product $child, array $attributes, array $labels): array
    {
        $options = [];
        foreach ($attributes as $attribute) {
            $code = $attribute->getAttributeCode();
            $option = $child->getData($code);
            if (isset($labels[$code][$option])) {
                $options[$attribute->getId()] = ['id' => (string) $option, 'label' => (string) $labels[$code][$option]];
            }
        }
        return $options;
    }
}
