<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

use BackInStock\Klaviyo\Api\ProductDescriptionInterface;
use BackInStock\Klaviyo\Model\ProductData\ProductImage;
use BackInStock\Klaviyo\Model\ProductData\WholeProductDescription;
use Magento\Catalog\Model\Product;
use Magento\Store\Model\StoreManagerInterface;

/**
 * Describes a product with all its variants in the documented format of `data-back-in-stock-product`.
 */
class ProductData
{
    /**
     * @param StoreManagerInterface $storeManager
     * @param ProductImage $productImage
     * @param WholeProductDescription $fallback describes product types without an own description
     * @param array<string, ProductDescriptionInterface|null> $descriptions by product type id, from etc/di.xml
     */
    public function __construct(
        private readonly StoreManagerInterface $storeManager,
        private readonly ProductImage $productImage,
        private readonly WholeProductDescription $fallback,
        private readonly array $descriptions = []
    ) {
    }

    /**
     * Check whether the product data contain everything of this product that can be sold out.
     *
     * Only the author of a product type knows its parts. If a type has no description, the module cannot rule out that
     * a part of the product is sold out.
     *
     * @param Product $product
     * @return bool
     */
    public function isFullyDescribed(Product $product): bool
    {
        return isset($this->descriptions[$product->getTypeId()]);
    }

    /**
     * Describe the product for the current store view.
     *
     * @param Product $product
     * @return array<string, mixed>
     * @throws \Magento\Framework\Exception\NoSuchEntityException
     * @throws \UnexpectedValueException if an item of etc/di.xml is no description
     */
    public function describe(Product $product): array
    {
        $store = $this->storeManager->getStore();
        $type = (string) $product->getTypeId();
        $description = $this->getDescription($type);
        return [
            'id' => (string) $product->getId(),
            // getSku() of a configurable product returns the SKU of a child once a child is chosen.
            'sku' => (string) $product->getData('sku'),
            'name' => (string) $product->getName(),
            'type' => $type,
            ...$this->productImage->describe($product),
            'storeId' => (string) $store->getId(),
            'storeCode' => (string) $store->getCode(),
            'attributes' => $description->describeAttributes($product),
            'variants' => $description->describeVariants($product),
        ];
    }

    /**
     * Get the description of a product type.
     *
     * The constructor does not check the items of etc/di.xml: an exception there would break every product page, and
     * an exception here is logged.
     *
     * @param string $type
     * @return ProductDescriptionInterface
     * @throws \UnexpectedValueException
     */
    private function getDescription(string $type): ProductDescriptionInterface
    {
        $description = $this->descriptions[$type] ?? $this->fallback;
        if (!$description instanceof ProductDescriptionInterface) {
            throw new \UnexpectedValueException(
                "The description of the product type \"$type\" in di.xml does not implement "
                . ProductDescriptionInterface::class . '.'
            );
        }
        return $description;
    }
}
