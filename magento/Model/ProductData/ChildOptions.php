<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\ProductData;

use Magento\Catalog\Model\Product;

/**
 * What tells the children of a configurable product apart: for each attribute one of its options.
 */
class ChildOptions
{
    /**
     * The labels of all options, asked once for each attribute and not once for each child.
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
     * The children in the order in which a shopper reads the options; the database has them as they were made.
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
     * The child's option for each attribute: of one that can be bought its id alone, since no shopper reads in the form
     * what it is called.
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
