<?php

declare(strict_types=1);

namespace Magento\Catalog\Model\ResourceModel\Product;

use Magento\Catalog\Model\Product;

/**
 * A collection over rows in memory, with what was measured on a real store: it leaves sold-out products out where the
 * shop hides them, unless a flag says that somebody has taken care of that already; with the flag every product calls
 * itself salable; it knows of a product only the attributes that were asked for, as they are in the store view that
 * was named; and it has the products as the database has them, in the order in which they were made.
 */
class Collection implements \IteratorAggregate
{
    public static int $loads = 0;

    private array $flags = [];

    /**
     * @var callable[]
     */
    private array $filters = [];

    private array $selected = [];

    private bool $hasStockData = false;

    private int $storeId = 0;

    /**
     * @param array<int, array<string, mixed>> $rows
     */
    public function __construct(private readonly array $rows, private readonly bool $hidesSoldOut)
    {
    }

    public function setFlag($flag, $value = null): self
    {
        $this->flags[$flag] = $value;
        return $this;
    }

    public function addIdFilter($productId, $exclude = false): self
    {
        $ids = array_map('intval', (array) $productId);
        return $this->filter(static fn (array $row): bool => in_array((int) $row['entity_id'], $ids, true));
    }

    public function setStoreId($storeId): self
    {
        $this->storeId = (int) $storeId;
        return $this;
    }

    public function addStoreFilter($store = null): self
    {
        return $this->filter(static fn (array $row): bool => in_array((int) $store, $row['store_ids'] ?? [1], true));
    }

    public function addAttributeToSelect($attribute, $joinType = false): self
    {
        $this->selected = [...$this->selected, ...(array) $attribute];
        return $this;
    }

    /**
     * Leaves out what asks for more than its options before it can be bought.
     */
    public function addFilterByRequiredOptions(): self
    {
        return $this->filter(static fn (array $row): bool => !($row['required_options'] ?? false));
    }

    public function addAttributeToFilter($attribute, $condition = null, $joinType = 'inner'): self
    {
        if (is_array($condition)) {
            return $this->filter(static fn (array $row): bool => !in_array($row[$attribute], $condition['nin'], true));
        }
        return $this->filter(
            static fn (array $row): bool => self::collate($row[$attribute] ?? '') === self::collate($condition)
        );
    }

    /**
     * Texts as the database compares them: without regard to case, accents and blanks at the end.
     */
    private static function collate(mixed $text): string
    {
        return strtr(mb_strtolower(rtrim((string) $text)), ['ä' => 'a', 'ö' => 'o', 'ü' => 'u', 'é' => 'e']);
    }

    public function addStockData(): void
    {
        $this->hasStockData = true;
    }

    public function getIterator(): \Iterator
    {
        self::$loads++;
        foreach ($this->findRows() as $row) {
            yield $this->load($row, (bool) ($this->flags['has_stock_status_filter'] ?? false));
        }
    }

    private function findRows(): array
    {
        $hides = $this->hidesSoldOut && !($this->flags['has_stock_status_filter'] ?? false);
        $rows = array_filter(
            $this->rows,
            fn (array $row): bool => ($row['in_stock'] || !$hides)
                && array_filter($this->filters, static fn (callable $filter): bool => !$filter($row)) === []
        );
        usort($rows, static fn (array $one, array $other): int => $one['entity_id'] <=> $other['entity_id']);
        return $rows;
    }

    private function filter(callable $filter): self
    {
        $this->filters[] = $filter;
        return $this;
    }

    private function load(array $row, bool $isLeftToOthers): Product
    {
        $known = ['entity_id', 'sku', 'type_id', ...$this->selected];
        $row['name'] = $row['names'][$this->storeId] ?? $row['name'];
        $product = new Product(array_intersect_key($row, array_flip($known)));
        $product->setData('salable_by_itself', $isLeftToOthers || $row['in_stock']);
        if ($this->hasStockData) {
            $product->setData('is_salable', $row['in_stock'] ? '1' : '0');
        }
        return $product;
    }
}
