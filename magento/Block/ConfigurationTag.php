<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Block;

use BackInStock\Klaviyo\ViewModel\ConfigurationTag as ViewModel;
use Magento\Framework\View\Element\Template;

/**
 * Puts the widget on a page: its script into the head, its configuration where the block stands.
 *
 * The script is added here and not in the layout, which knows no condition for it: shops in which the module is off,
 * and pages on which nothing is sold out, load nothing.
 */
class ConfigurationTag extends Template
{
    /**
     * The name ends on .min.js, so that Magento's own minifier leaves the file as it is.
     */
    private const SCRIPT = 'BackInStock_Klaviyo::js/back-in-stock.min.js';

    /**
     * What the script loads when the form is likely to be wanted.
     */
    private const FORM = 'BackInStock_Klaviyo::js/back-in-stock.form.min.js';

    /**
     * Whether this page gets the widget.
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
     * Adds the script, deferred, in the way of `<head><script src="…" defer="true"/></head>` in a layout.
     *
     * Its tag carries what the script takes from no other place.
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
        }
        return parent::_prepareLayout();
    }

    /**
     * Nothing but the tag, or nothing.
     *
     * @return string
     */
    protected function _toHtml()
    {
        return $this->isOn() ? parent::_toHtml() : '';
    }
}
