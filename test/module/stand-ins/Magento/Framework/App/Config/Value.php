<?php

declare(strict_types=1);

namespace Magento\Framework\App\Config;

/**
 * In Magento these methods come from DataObject, some by `__call`, and `beforeSave` from AbstractModel. They have no types.
 */
class Value
{
    private array $data = [];

    private bool $isSaved = false;

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
        $this->isSaved = true;
        return $this;
    }

    /**
     * What Magento does with a setting that is saved. In its own code others listen to it.
     */
    public function save()
    {
        $this->beforeSave();
        if (!$this->isSaved) {
            throw new \LogicException(static::class . ' keeps its saving from its parent.');
        }
        return $this;
    }
}
