<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\ProductData;

use BackInStock\Klaviyo\Api\ProductDescriptionInterface;
use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\Product\Attribute\Source\Status;
use Magento\Catalog\Model\ResourceModel\Product\CollectionFactory;
use Magento\CatalogInventory\Model\ResourceModel\Stock\StatusFactory;

/**
 * Grouped products, which are sold by their members.
 *
 * Magento's own collection of the members leaves the sold-out ones out where the shop hides them, whatever flag is
 * set, so their ids go into a product collection of this class's own.
 */
class GroupedDescription implements ProductDescriptionInterface
{
    /**
     * What Magento calls the links to members.
     */
    private const LINK_TYPE = 3;

    /**
     * @param CollectionFactory $productCollectionFactory
     * @param StatusFactory $stockStatusFactory
     * @param ChildSku $childSku
     */
    public function __construct(
        private readonly CollectionFactory $productCollectionFactory,
        private readonly StatusFactory $stockStatusFactory,
        private readonly ChildSku $childSku
    ) {
    }

    /**
     * Members are told apart by their names.
     *
     * @param Product $product
     * @return array<int, array{id: string, code: string, label: string}>
     */
    public function describeAttributes(Product $product): array
    {
        return [];
    }

    /**
     * The members that are enabled, in the merchant's order.
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
        $members = $this->productCollectionFactory->create();
        $members->addIdFilter($ids);
        // Without this flag Magento filters by stock.
        $members->setFlag('has_stock_status_filter', true);
        $members->setStoreId($product->getStoreId());
        $members->addStoreFilter($product->getStoreId());
        $members->addAttributeToSelect(['name']);
        $members->addAttributeToFilter('status', Status::STATUS_ENABLED);
        // One join, right with and without multi-source inventory; with the flag isSalable() is true for all.
        $this->stockStatusFactory->create()->addStockDataToCollection($members, false);

        $variants = [];
        foreach ($members as $member) {
            $variants[] = [
                'id' => (string) $member->getId(),
                ...$this->childSku->describe($member),
                'name' => (string) $member->getName(),
                'salable' => (bool) $member->getData('is_salable'),
            ];
        }
        $positions = $this->listPositions($product);
        $positionOf = static fn (array $variant): int => $positions[$variant['id']] ?? 0;
        usort($variants, static fn (array $one, array $other): int => $positionOf($one) <=> $positionOf($other));
        return $variants;
    }

    /**
     * The position that the merchant has given each member, by its id.
     *
     * @param Product $product
     * @return array<int, int>
     */
    private function listPositions(Product $product): array
    {
        $links = $product->getLinkInstance();
        $links->setLinkTypeId(self::LINK_TYPE);
        $collection = $links->getLinkCollection();
        // In Adobe Commerce the links belong to a version of the product.
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
