<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Block;

use BackInStock\Klaviyo\ViewModel\Placeholder as ViewModel;
use Magento\Framework\View\Element\Template;

/**
 * Keeps the place of the button free, so that nothing on the page moves when the script adds the button.
 */
class Placeholder extends Template
{
    /**
     * The name ends with .min.css, so that Magento does not minify the file again.
     */
    private const STYLES = 'BackInStock_Klaviyo::css/back-in-stock.min.css';

    /**
     * The block whose argument has the settings of the theme. Without it the page has no script.
     */
    private const CONFIGURATION = 'back_in_stock.configuration';

    /**
     * Add the stylesheet if the page has the placeholder.
     *
     * @return $this
     */
    protected function _prepareLayout()
    {
        if ($this->isWanted()) {
            $this->pageConfig->addPageAsset(self::STYLES);
        }
        return parent::_prepareLayout();
    }

    /**
     * Render the placeholder, or an empty text if there is nothing to keep free.
     *
     * @return string
     */
    protected function _toHtml()
    {
        return $this->isWanted($this->readThemeSettings()) ? parent::_toHtml() : '';
    }

    /**
     * Get the text that the button will have, and its classes.
     *
     * @return array{text: string, classes: string}|null null if the script will add no button at first
     * @throws \Magento\Framework\Exception\LocalizedException
     */
    public function describeButton(): ?array
    {
        return $this->getData('view_model')->describeButton($this->readThemeSettings() ?? []);
    }

    /**
     * Check whether the page has the placeholder, in this place of its layout.
     *
     * @param array<string, mixed>|null $themeSettings null if the page has no script
     * @return bool
     */
    private function isWanted(?array $themeSettings = []): bool
    {
        $viewModel = $this->getData('view_model');
        $isForSalable = $this->getData('is_for_salable');
        return $themeSettings !== null
            && $viewModel instanceof ViewModel
            && $viewModel->isOn($themeSettings)
            && ($isForSalable === null || $viewModel->isSalable() === (bool) $isForSalable);
    }

    /**
     * Get the settings that a theme has set in its layout, or null if it has removed the script from the page.
     *
     * @return array<string, mixed>|null
     * @throws \Magento\Framework\Exception\LocalizedException before the block has its layout
     */
    private function readThemeSettings(): ?array
    {
        $block = $this->getLayout()->getBlock(self::CONFIGURATION);
        return $block ? (array) $block->getData('settings') : null;
    }
}
