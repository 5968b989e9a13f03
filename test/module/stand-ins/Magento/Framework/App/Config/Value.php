<?php

declare(strict_types=1);

namespace Magento\Framework\App\Config;

/**
 * In Magento these methods come from DataObject, some by `__call`, and `beforeSave` from AbstractModel. They have no types.
 */
class Value
{
    private array $data = [];

    public function setData($key, $value = null)
    {
        $this->data[$key] = $value;
        return $this;
    }

    public function getData($key = '', $index = null)
    {
        return $this->data[$key] ?? null;
    }

    public function setValue($value)
    {
        return $this->setData('value', $value);
    }

    public function getValue()
    {
        return $this->getData('value');
    }

    public function setPath($path)
    {
        return $this->setData('path', $path);
    }

    public function getPath()
    {
        return $this->getData('path');
    }

    public function beforeSave()
    {
        return $this;
    }
}
