<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\ProductData;

use BackInStock\Klaviyo\Api\ProductDescriptionInterface;
use BackInStock\Klaviyo\Model\StoreProducts;
use Magento\Catalog\Model\Product;

/**
 * Describes grouped products. The variants are the members.
 *
 * If the shop hides out-of-stock products, Magento's collection of the members never contains the sold-out ones,
 * whatever flag is set. This class therefore loads the members with a product collection, by their ids.
 */
class GroupedDescription implements ProductDescriptionInterface
{
    /**
     * The link type of the members in Magento.
     */
    private const LINK_TYPE = 3;

    /**
     * @param StoreProducts $storeProducts
     * @param ChildSku $childSku
     * @param ProductImage $productImage
     */
    public function __construct(
        private readonly StoreProducts $storeProducts,
        private readonly ChildSku $childSku,
        private readonly ProductImage $productImage
    ) {
    }

    /**
     * Return no attributes: the form shows the names of the members.
     *
     * @param Product $product
     * @return array<int, array{id: string, code: string, label: string}>
     */
    public function describeAttributes(Product $product): array
    {
        return [];
    }

    /**
     * List the enabled members, in the order that the merchant has set.
     *
     * @param Product $product
     * @return array<int, array<string, mixed>>
     */
    public function describeVariants(Product $product): array
    {
        $ids = array_merge(...array_values($product->getTypeInstance()->getChildrenIds($product->getId(), false)));
        if ($ids === []) {
            return [];
        }
        $members = $this->storeProducts->createCollection((int) $product->getStoreId());
        $members->addIdFilter($ids);
        $members->addAttributeToSelect(['name', ProductImage::ATTRIBUTE]);
        $variants = [];
        foreach ($members as $member) {
            $isSalable = (bool) $member->getData('is_salable');
            $variants[] = [
                'id' => (string) $member->getId(),
                ...$this->childSku->describe($member),
                'name' => (string) $member->getName(),
                ...($isSalable ? [] : $this->productImage->describe($member)),
                'salable' => $isSalable,
            ];
        }
        $positions = $this->listPositions($product);
        $positionOf = static fn (array $variant): int => $positions[$variant['id']] ?? 0;
        usort($variants, static fn (array $one, array $other): int => $positionOf($one) <=> $positionOf($other));
        return $variants;
    }

    /**
     * List the positions that the merchant has set, by the id of the member.
     *
     * @param Product $product
     * @return array<int, int>
     */
    private function listPositions(Product $product): array
    {
        $links = $product->getLinkInstance();
        $links->setLinkTypeId(self::LINK_TYPE);
        $collection = $links->getLinkCollection();
        // In Adobe Commerce, links belong to a version of the product (row_id).
        $collection->addFieldToFilter('product_id', $product->getData('row_id') ?? $product->getId());
        $collection->addLinkTypeIdFilter();
        $collection->joinAttributes();
        $positions = [];
        foreach ($collection as $link) {
            $positions[(int) $link->getData('linked_product_id')] = (int) $link->getData('position');
        }
        return $positions;
    }
}
