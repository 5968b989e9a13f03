<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\Product\Attribute\Source\Status;
use Magento\Catalog\Model\Product\Link;
use Magento\Catalog\Model\ResourceModel\Product\Collection;
use Magento\Catalog\Model\ResourceModel\Product\CollectionFactory;

/**
 * A catalogue in memory, in the format of the demo shop's, behind the classes through which the module sees Magento's.
 */
final class Shop
{
    /**
     * @param array<int, array<string, mixed>> $products
     */
    public function __construct(private readonly array $products, private readonly bool $hidesSoldOut = true)
    {
    }

    public function getCollectionFactory(): CollectionFactory
    {
        $rows = array_map([$this, 'describeRow'], $this->products);
        return new CollectionFactory(fn (): Collection => new Collection($rows, $this->hidesSoldOut));
    }

    public function findProduct(string $page): Product
    {
        $product = $this->findEntry($page);
        return new Product(
            [
                ...$this->describeRow($product),
                'salable_by_itself' => $product['inStock'] ?? true,
                ...(isset($product['rowId']) ? ['row_id' => $product['rowId']] : []),
            ],
            $this->createType($product),
            $this->createLink($product)
        );
    }

    /**
     * What a list of Magento's has loaded: sold-out products only where the shop shows them, and of each whether it can
     * be bought, as the index of stock has it.
     *
     * @return Product[]
     */
    public function listTiles(string ...$pages): array
    {
        $tiles = [];
        foreach ($pages as $page) {
            $entry = $this->findEntry($page);
            $isSalable = in_array(true, array_column($entry['children'] ?? [$entry], 'inStock'), true);
            if ($isSalable || !$this->hidesSoldOut) {
                $tiles[] = $this->findProduct($page)->setData('is_salable', $isSalable ? '1' : '0');
            }
        }
        return $tiles;
    }

    private function createType(array $product): object
    {
        return match ($product['type']) {
            'configurable' => new ConfigurableType(
                array_map([$this, 'describeRow'], $product['children']),
                array_map(static fn (array $attribute) => new SuperAttribute($attribute), $product['attributes']),
                $this->hidesSoldOut
            ),
            'grouped' => new GroupedType([3 => $this->sortIds($this->listIds($product['members']))]),
            'kit' => new GroupedType([$this->listIds($product['members'] ?? [])]),
            'bundle' => new BundleType(array_map(
                fn (array $part): array => [
                    'isRequired' => $part['isRequired'] ?? true,
                    'ids' => $this->listIds($part['members']),
                ],
                $product['parts']
            )),
            default => new GroupedType(),
        };
    }

    /**
     * The members of a grouped product in the order of the demo's list, after a related product that is no member and a
     * link of another product.
     */
    private function createLink(array $product): Link
    {
        $owner = $product['rowId'] ?? $product['id'];
        $link = static fn (string $id, int $position, int $type = 3, ?string $of = null): array => [
            'product_id' => $of ?? $owner,
            'linked_product_id' => $id,
            'link_type_id' => $type,
            'position' => (string) $position,
        ];
        $members = array_flip($this->listIds($product['members'] ?? []));
        $rows = [];
        foreach ($this->sortIds(array_keys($members)) as $id) {
            $rows[] = $link($id, $members[$id]);
            $rows[] = $link($id, -$members[$id], 1);
            $rows[] = $link($id, -$members[$id], 3, 'another');
        }
        return new Link($rows);
    }

    /**
     * Ids as the database gives them.
     *
     * @param array<int, string|int> $ids
     * @return string[]
     */
    private function sortIds(array $ids): array
    {
        sort($ids, SORT_NUMERIC);
        return array_map('strval', $ids);
    }

    /**
     * A row of the catalogue's tables.
     *
     * @return array<string, mixed>
     */
    private function describeRow(array $product): array
    {
        $options = [];
        foreach ($product['choice'] ?? [] as $attribute => $option) {
            $options[$this->findAttributeCode((string) $attribute)] = $option;
        }
        return [
            'entity_id' => $product['id'],
            'sku' => $product['sku'],
            'type_id' => $product['type'] ?? 'simple',
            'name' => $product['name'],
            'names' => $product['names'] ?? [],
            'small_image' => $product['smallImage'] ?? 'no_selection',
            'status' => ($product['enabled'] ?? true) ? Status::STATUS_ENABLED : Status::STATUS_DISABLED,
            'store_ids' => $product['storeIds'] ?? [1],
            'in_stock' => $product['inStock'] ?? true,
            'required_options' => $product['requiredOptions'] ?? false,
            ...$options,
        ];
    }

    private function findAttributeCode(string $id): string
    {
        foreach (array_merge(...array_column($this->products, 'attributes')) as $attribute) {
            if ($attribute['id'] === $id) {
                return $attribute['code'];
            }
        }
        throw new \OutOfBoundsException("There is no attribute $id.");
    }

    /**
     * @param string[] $pages
     * @return string[]
     */
    private function listIds(array $pages): array
    {
        return array_map(fn (string $page): string => $this->findEntry($page)['id'], $pages);
    }

    private function findEntry(string $page): array
    {
        $index = array_search($page, array_column($this->products, 'page'), true);
        if ($index === false) {
            throw new \OutOfBoundsException("There is no product $page.");
        }
        return $this->products[$index];
    }
}
