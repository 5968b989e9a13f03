<?php

declare(strict_types=1);

namespace Magento\Catalog\Model\Product;

use Magento\Catalog\Model\ResourceModel\Product\Link\Collection;

/**
 * The model of links, over rows in memory: of the type of link that was set last.
 */
class Link
{
    private int $typeId = 0;

    /**
     * @param array<int, array<string, mixed>> $rows
     */
    public function __construct(private readonly array $rows)
    {
    }

    public function setLinkTypeId($typeId): self
    {
        $this->typeId = (int) $typeId;
        return $this;
    }

    public function getLinkCollection(): Collection
    {
        return new Collection($this->rows, $this->typeId);
    }
}
