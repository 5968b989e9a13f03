<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Api;

use Magento\Catalog\Model\Product;

/**
 * Describes one product type for the widget: what shoppers choose, and which variants are sold out.
 *
 * Another extension adds its own product type without a change to this module. It writes a class that implements this
 * interface, and adds the class in its etc/di.xml to the argument `descriptions` of
 * `BackInStock\Klaviyo\Model\ProductData`. The name of the item is the type id of the product. The item of a module
 * that is loaded later (`sequence` in etc/module.xml) replaces an item of the same name; an item of the type `null`
 * removes it. The README has an example.
 *
 * A description has to list everything of the product that can be sold out. A product page on which no variant is sold
 * out gets no script. Products without a description are described as one variant, and their pages always get the
 * script, because parts of them may be sold out.
 *
 * A description may throw an exception: the module logs it and prints no product data, and the page is shown.
 *
 * @api
 */
interface ProductDescriptionInterface
{
    /**
     * List the attributes that shoppers choose, in the order of the page.
     *
     * Return an empty array for a product with one variant. A product with several variants needs at least one
     * attribute, since the form lists variants by the labels of their options. Attributes do not have to exist in
     * Magento.
     *
     * @param Product $product
     * @return array<int, array{id: string, code: string, label: string}>
     */
    public function describeAttributes(Product $product): array;

    /**
     * List all enabled variants of the current store view, those in stock and those out of stock.
     *
     * A variant has an `id` (the entity id of the product in Klaviyo's catalogue) and `salable` (true or false). It may
     * have `sku` and `name`. If the product has attributes, `options` maps the id of each attribute to the id of an
     * option, or to an array with `id` and `label`; a sold-out variant needs the labels.
     *
     * The page contains these values, and everybody can read them.
     *
     * @param Product $product
     * @return array<int, array<string, mixed>>
     */
    public function describeVariants(Product $product): array;
}
