<?php

declare(strict_types=1);

namespace Magento\Framework;

/**
 * Data by their names.
 */
class DataObject
{
    /**
     * @param array<string, mixed> $data
     */
    public function __construct(private array $data = [])
    {
    }

    public function getData($key = '', $index = null)
    {
        return $this->data[$key] ?? null;
    }
}
