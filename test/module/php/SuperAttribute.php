<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

/**
 * An attribute that a configurable is chosen by, with the product attribute and the option source behind it.
 */
final class SuperAttribute
{
    /**
     * @param array{id: string, code: string, label: string, options: array<int, array{id: string, label: string}>} $attribute
     */
    public function __construct(private readonly array $attribute)
    {
    }

    public function getProductAttribute(): self
    {
        return $this;
    }

    public function getId(): string
    {
        return $this->attribute['id'];
    }

    public function getAttributeCode(): string
    {
        return $this->attribute['code'];
    }

    public function getStoreLabel(): string
    {
        return $this->attribute['label'];
    }

    public function getSource(): self
    {
        return $this;
    }

    /**
     * @return array<int, array{value: string, label: string}>
     */
    public function getAllOptions($withEmpty = true): array
    {
        $empty = $withEmpty ? [['value' => '', 'label' => ' ']] : [];
        return [...$empty, ...array_map(
            static fn (array $option): array => ['value' => $option['id'], 'label' => $option['label']],
            $this->attribute['options']
        )];
    }
}
