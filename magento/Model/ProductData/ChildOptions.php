<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\ProductData;

use Magento\Catalog\Model\Product;

/**
 * Describes the options of the children of a configurable product. A child has one option for each attribute.
 */
class ChildOptions
{
    /**
     * List the labels of all options, with one query for each attribute instead of one for each child.
     *
     * @param array<int, \Magento\Catalog\Model\ResourceModel\Eav\Attribute> $attributes
     * @return array<string, array<string, string>> by attribute code and option id
     */
    public function listLabels(array $attributes): array
    {
        $labels = [];
        foreach ($attributes as $attribute) {
            $options = $attribute->getSource()->getAllOptions(false);
            $labels[$attribute->getAttributeCode()] = array_column($options, 'label', 'value');
        }
        return $labels;
    }

    /**
     * Sort the children by the order of the options on the page. The database returns them by id.
     *
     * @param array<int, Product> $children
     * @param array<string, array<string, string>> $labels
     * @return array<int, Product>
     */
    public function sort(array $children, array $labels): array
    {
        $ranks = array_map(static fn (array $options): array => array_flip(array_keys($options)), $labels);
        $positions = array_map(static fn (Product $child): array => array_map(
            static fn (string $code): int => $ranks[$code][$child->getData($code)] ?? -1,
            array_keys($ranks)
        ), $children);
        uksort($children, static fn (int $one, int $other): int => $positions[$one] <=> $positions[$other]);
        return array_values($children);
    }

    /**
     * Describe the option of a child for each attribute.
     *
     * The form never shows the options of a child that is in stock, so such a child has option ids without labels.
     *
     * @param Product $child
     * @param array<int, \Magento\Catalog\Model\ResourceModel\Eav\Attribute> $attributes
     * @param array<string, array<string, string>> $labels
     * @param bool $isSalable
     * @return array<string, string|array{id: string, label: string}>
     */
    public function describe(Product $child, array $attributes, array $labels, bool $isSalable): array
    {
        $options = [];
        foreach ($attributes as $attribute) {
            $code = $attribute->getAttributeCode();
            $option = $child->getData($code);
            if (isset($labels[$code][$option])) {
                $options[$attribute->getId()] = $isSalable
                    ? (string) $option
                    : ['id' => (string) $option, 'label' => (string) $labels[$code][$option]];
            }
        }
        return $options;
    }
}
