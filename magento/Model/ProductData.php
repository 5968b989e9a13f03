<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

use BackInStock\Klaviyo\Model\ProductData\ConfigurableDescription;
use BackInStock\Klaviyo\Model\ProductData\GroupedDescription;
use BackInStock\Klaviyo\Model\ProductData\UndividedDescription;
use Magento\Catalog\Model\Product;
use Magento\Store\Model\StoreManagerInterface;

/**
 * A product with all of its variants, sold out or not, in the documented format of `data-back-in-stock-product`.
 */
class ProductData
{
    /**
     * Magento's own types. What others consist of, and whether a part of it can be sold out, only their makers know.
     */
    private const COMPLETE = ['simple', 'virtual', 'downloadable', 'giftcard', 'bundle', 'configurable', 'grouped'];

    /**
     * @param StoreManagerInterface $storeManager
     * @param ConfigurableDescription $configurable
     * @param GroupedDescription $grouped
     * @param UndividedDescription $undivided
     */
    public function __construct(
        private readonly StoreManagerInterface $storeManager,
        private readonly ConfigurableDescription $configurable,
        private readonly GroupedDescription $grouped,
        private readonly UndividedDescription $undivided
    ) {
    }

    /**
     * Whether a description of the product tells all of it that can be sold out.
     *
     * @param Product $product
     * @return bool
     */
    public function isComplete(Product $product): bool
    {
        return in_array($product->getTypeId(), self::COMPLETE, true);
    }

    /**
     * Describes the product as the current store view sells it.
     *
     * @param Product $product
     * @return array<string, mixed>
     */
    public function describe(Product $product): array
    {
        $store = $this->storeManager->getStore();
        $type = (string) $product->getTypeId();
        $description = match ($type) {
            'configurable' => $this->configurable,
            'grouped' => $this->grouped,
            default => $this->undivided,
        };
        return [
            'id' => (string) $product->getId(),
            // The configurable's getSku() gives that of a child once one is chosen.
            'sku' => (string) $product->getData('sku'),
            'name' => (string) $product->getName(),
            'type' => $type,
            'storeId' => (string) $store->getId(),
            'storeCode' => (string) $store->getCode(),
            'attributes' => $description->describeAttributes($product),
            'variants' => $description->describeVariants($product),
        ];
    }
}
