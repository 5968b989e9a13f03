<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\ProductData;

use BackInStock\Klaviyo\Model\Settings;
use Magento\Catalog\Model\Product;

/**
 * Decides whether the product data contain the SKU of a child. The shop may not show this SKU anywhere else.
 */
class ChildSku
{
    /**
     * @param Settings $settings
     */
    public function __construct(private readonly Settings $settings)
    {
    }

    /**
     * Return the SKU if Klaviyo's catalogue uses SKUs, otherwise an empty array.
     *
     * @param Product $child
     * @return array<string, string>
     */
    public function describe(Product $child): array
    {
        return $this->settings->getText('general/variant_id') === 'sku'
            ? ['sku' => (string) $child->getData('sku')]
            : [];
    }
}
