<?php

declare(strict_types=1);

namespace Magento\Framework\View\Element;

use Magento\Framework\View\Page\Config;

/**
 * A block that draws a template of the module.
 */
class Template
{
    protected $pageConfig;

    /**
     * @param array<string, mixed> $data
     */
    public function __construct(Config $pageConfig, private readonly array $data = [])
    {
        $this->pageConfig = $pageConfig;
    }

    /**
     * What Magento does with a block of the layout: it prepares it, and draws it later.
     */
    public function setLayout(): self
    {
        $this->_prepareLayout();
        return $this;
    }

    public function toHtml(): string
    {
        return $this->_toHtml();
    }

    public function getData($key = '', $index = null)
    {
        return $this->data[$key] ?? null;
    }

    protected function _prepareLayout()
    {
        return $this;
    }

    protected function _toHtml()
    {
        $block = $this;
        ob_start();
        try {
            include __DIR__ . '/../../../../../../../magento/view/frontend/templates/' . $this->data['template'];
        } finally {
            $html = (string) ob_get_clean();
        }
        return $html;
    }
}
