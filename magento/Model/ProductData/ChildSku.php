<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\ProductData;

use BackInStock\Klaviyo\Model\Settings;
use Magento\Catalog\Model\Product;

/**
 * Whether a page tells the SKU of a child, which the shop may show nowhere.
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
     * The SKU, where Klaviyo knows products by it; else nothing.
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
