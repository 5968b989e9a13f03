<?php

declare(strict_types=1);

namespace Magento\Framework\View\Element;

use Magento\Framework\Escaper;
use Magento\Framework\View\Element\Template\Context;
use Magento\Framework\View\LayoutInterface;

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
    public function __construct(private readonly Context $context, private readonly array $data = [])
    {
        $this->pageConfig = $context->getPageConfig();
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
     * @param string $fileId
     * @param array<string, mixed> $params
     */
    public function getViewFileUrl($fileId, array $params = [])
    {
        $params += ['_secure' => $this->context->getRequest()->isSecure()];
        return $this->context->getAssetRepository()->getUrlWithParams($fileId, $params);
    }

    public function getTemplateFile($template = null)
    {
        return str_replace('BackInStock_Klaviyo::', self::TEMPLATES, $template ?? $this->data['template']);
    }

    /**
     * @param string $fileName
     */
    public function fetchView($fileName)
    {
        $block = $this;
        $escaper = new Escaper();
        ob_start();
        try {
            include $fileName;
        } finally {
            $html = (string) ob_get_clean();
        }
        return $html;
    }

    protected function _prepareLayout()
    {
        $this->isPrepared = true;
        return $this;
    }

    protected function _toHtml()
    {
        return $this->fetchView($this->getTemplateFile());
    }
}
