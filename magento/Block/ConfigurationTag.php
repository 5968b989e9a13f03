<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Block;

use BackInStock\Klaviyo\ViewModel\ConfigurationTag as ViewModel;
use Magento\Framework\View\Element\Template;

/**
 * Adds the widget to a page: the script to the head, and the configuration where the layout places the block.
 *
 * The block adds the script because a layout file cannot do this under a condition. Nothing is loaded if the module is
 * disabled, or if nothing is sold out on the page.
 */
class ConfigurationTag extends Template
{
    /**
     * The name ends with .min.js, so that Magento does not minify the file again.
     */
    private const SCRIPT = 'BackInStock_Klaviyo::js/back-in-stock.min.js';

    /**
     * The second file, which the script loads shortly before a shopper may open the form.
     */
    private const FORM = 'BackInStock_Klaviyo::js/back-in-stock.form.min.js';

    /**
     * The stylesheet that keeps the places of the buttons in lists free.
     */
    private const TILE_STYLES = 'BackInStock_Klaviyo::css/back-in-stock.tiles.min.css';

    /**
     * Check whether this page gets the widget.
     *
     * @return bool
     */
    public function isOn(): bool
    {
        $viewModel = $this->getData('view_model');
        return $viewModel instanceof ViewModel
            && $viewModel->isOn((bool) $this->getData('is_for_product'), (bool) $this->getData('is_for_tiles'));
    }

    /**
     * Add the deferred script, as `<head><script src="…" defer="true"/></head>` in a layout file would.
     *
     * The attributes of the tag contain settings that the script does not read from any other place.
     *
     * @return $this
     */
    protected function _prepareLayout()
    {
        if ($this->isOn()) {
            $attributes = $this->getData('view_model')->listAttributes(
                $this->getViewFileUrl(self::FORM),
                (array) $this->getData('settings')
            );
            $this->pageConfig->addPageAsset(self::SCRIPT, ['attributes' => ['defer' => 'true'] + $attributes]);
            if ($this->getData('view_model')->hasTileButtons()) {
                $this->pageConfig->addPageAsset(self::TILE_STYLES);
            }
        }
        return parent::_prepareLayout();
    }

    /**
     * Render the configuration tag, or an empty text if the page does not get the widget.
     *
     * @return string
     */
    protected function _toHtml()
    {
        return $this->isOn() ? parent::_toHtml() : '';
    }
}
