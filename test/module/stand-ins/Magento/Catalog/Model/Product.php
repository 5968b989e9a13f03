<?php

declare(strict_types=1);

namespace Magento\Catalog\Model;

/**
 * A product of the shop in memory: its own data, and the type that knows its children.
 */
class Product
{
    public const CACHE_TAG = 'cat_p';

    /**
     * @param array<string, mixed> $data
     */
    public function __construct(
        private array $data,
        private readonly ?object $typeInstance = null,
        private readonly ?Product\Link $link = null
    ) {
    }

    public function getId()
    {
        return $this->data['entity_id'] ?? null;
    }

    public function getTypeId()
    {
        return $this->data['type_id'];
    }

    /**
     * The price and SKU models may give those of a child; a test that reads this has found the wrong one.
     */
    public function getSku()
    {
        return 'the SKU of what is chosen';
    }

    public function getName()
    {
        return $this->data['name'] ?? null;
    }

    public function getStoreId()
    {
        return 1;
    }

    public function getData(string $key)
    {
        return $this->data[$key] ?? null;
    }

    public function setData(string $key, $value): self
    {
        $this->data[$key] = $value;
        return $this;
    }

    public function isSalable()
    {
        return $this->data['salable_by_itself'] ?? true;
    }

    public function getTypeInstance()
    {
        return $this->typeInstance;
    }

    public function getLinkInstance()
    {
        return $this->link ?? new Product\Link([]);
    }

    public function getIdentities()
    {
        return [self::CACHE_TAG . '_' . $this->getId(), 'cat_p_new'];
    }
}
