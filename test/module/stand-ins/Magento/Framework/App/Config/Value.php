<?php

declare(strict_types=1);

namespace Magento\Framework\App\Config;

use Magento\Framework\App\Cache\TypeListInterface;
use Magento\Framework\Event\ManagerInterface;
use Magento\Framework\Model\Context;
use Magento\Framework\Registry;

/**
 * In Magento these methods come from DataObject, some by `__call`, and `beforeSave` from AbstractModel. They have no types.
 */
class Value
{
    private array $data = [];

    private readonly ManagerInterface $eventManager;

    public function __construct(
        Context $context,
        Registry $registry,
        ScopeConfigInterface $config,
        TypeListInterface $cacheTypeList
    ) {
        $this->eventManager = $context->getEventDispatcher();
    }

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

    /**
     * Magento lets others know before it saves.
     */
    public function beforeSave()
    {
        $this->eventManager->dispatch('model_save_before', ['object' => $this]);
        return $this;
    }
}
