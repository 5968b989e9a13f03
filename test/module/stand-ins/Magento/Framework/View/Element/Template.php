<?php

declare(strict_types=1);

namespace Magento\Framework\View\Element;

use Magento\Framework\View\LayoutInterface;
use Magento\Framework\View\Page\Config;

/**
 * A block that draws a template of the module.
 */
class Template
{
    private const TEMPLATES = __DIR__ . '/../../../../../../../magento/view/frontend/templates/';

    protected $pageConfig;

    private bool $isPrepared = false;

    private LayoutInterface $layout;

    /**
     * @param array<string, mixed> $data
     */
    public function __construct(Config $pageConfig, private readonly array $data = [])
    {
        $this->pageConfig = $pageConfig;
    }

    /**
     * What Magento does with a block of the layout: it prepares it, and draws it later. Blocks that Magento's own code
     * does not reach lose what it and other modules do there.
     */
    public function setLayout(LayoutInterface $layout): static
    {
        $this->layout = $layout;
        if ($this->_prepareLayout() !== $this || !$this->isPrepared) {
            throw new \LogicException(static::class . ' does not prepare its parent.');
        }
        return $this;
    }

    public function getLayout()
    {
        return $this->layout;
    }

    public function toHtml(): string
    {
        return $this->_toHtml();
    }

    public function getData($key = '', $index = null)
    {
        return $this->data[$key] ?? null;
    }

    /**
     * The address of a file of a module, after the deployment of static files.
     *
     * @param string $fileId
     * @param array<string, mixed> $params
     */
    public function getViewFileUrl($fileId, array $params = [])
    {
        return 'https://shop.example/static/version1/frontend/Magento/luma/en_US/' . str_replace('::', '/', $fileId);
    }

    protected function _prepareLayout()
    {
        $this->isPrepared = true;
        return $this;
    }

    protected function _toHtml()
    {
        $block = $this;
        ob_start();
        try {
            include str_replace('BackInStock_Klaviyo::', self::TEMPLATES, $this->data['template']);
        } finally {
            $html = (string) ob_get_clean();
        }
        return $html;
    }
}
