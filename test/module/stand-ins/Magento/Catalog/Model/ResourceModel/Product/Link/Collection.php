<?php

declare(strict_types=1);

namespace Magento\Catalog\Model\ResourceModel\Product\Link;

use Magento\Catalog\Model\Product;

/**
 * The links of products, as the database has them. They have a position only when the attributes of links are joined.
 */
class Collection implements \IteratorAggregate
{
    private bool $isOfType = false;

    private array $joined = [];

    private array $filters = [];

    /**
     * @param array<int, array<string, mixed>> $rows
     */
    public function __construct(private readonly array $rows, private readonly int $typeId)
    {
    }

    public function addFieldToFilter($field, $condition = null): self
    {
        $this->filters[$field] = (string) $condition;
        return $this;
    }

    public function addLinkTypeIdFilter(): self
    {
        $this->isOfType = true;
        return $this;
    }

    public function joinAttributes(): self
    {
        $this->joined = ['position'];
        return $this;
    }

    public function getIterator(): \Iterator
    {
        foreach ($this->rows as $row) {
            $isFound = !$this->isOfType || $row['link_type_id'] === $this->typeId;
            foreach ($this->filters as $field => $value) {
                $isFound = $isFound && (string) $row[$field] === $value;
            }
            if ($isFound) {
                $known = ['linked_product_id', ...$this->joined];
                yield new Product(array_intersect_key($row, array_flip($known)));
            }
        }
    }
}
