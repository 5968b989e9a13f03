<?php

declare(strict_types=1);

namespace Magento\Framework\Data\Form\Element;

/**
 * An element of a form of the admin, as far as it is data.
 */
class AbstractElement
{
    private array $data = [];

    public function getData($key = '', $index = null)
    {
        return $this->data[$key] ?? null;
    }

    public function setData($key, $value = null)
    {
        $this->data[$key] = $value;
        return $this;
    }
}
