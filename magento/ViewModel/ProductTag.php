<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\ViewModel;

use BackInStock\Klaviyo\Model\CacheTags;
use BackInStock\Klaviyo\Model\Mark;
use BackInStock\Klaviyo\Model\PageProduct;
use BackInStock\Klaviyo\Model\ScriptPages;
use BackInStock\Klaviyo\Model\Settings;
use Magento\Framework\View\Element\Block\ArgumentInterface;

/**
 * Provides the product data of the page for the tag `data-back-in-stock-product`.
 */
class ProductTag implements ArgumentInterface
{
    /**
     * @param Settings $settings
     * @param ScriptPages $scriptPages
     * @param PageProduct $pageProduct
     * @param CacheTags $cacheTags
     * @param Mark $mark
     */
    public function __construct(
        private readonly Settings $settings,
        private readonly ScriptPages $scriptPages,
        private readonly PageProduct $pageProduct,
        private readonly CacheTags $cacheTags,
        private readonly Mark $mark
    ) {
    }

    /**
     * Get the token of the page, for the attribute `data-mark`.
     *
     * @return string
     * @throws \Magento\Framework\Exception\LocalizedException
     */
    public function getMark(): string
    {
        return $this->mark->getText();
    }

    /**
     * Get the product data as JSON that cannot close the script element. Return an empty text if the page does not get
     * it.
     *
     * @return string
     */
    public function getJson(): string
    {
        return $this->scriptPages->isIncluded(true, false) ? $this->pageProduct->getJson() : '';
    }

    /**
     * Return the cache tags of the product and of all its children.
     *
     * With these tags, the full-page cache drops the page when the stock of a child changes, even of one that the page
     * does not show. Pages on which nothing is sold out need the tags too. Otherwise they would stay in the cache,
     * without the widget, when a child is sold out.
     *
     * @return string[]
     */
    public function getIdentities(): array
    {
        $product = $this->settings->isOn() ? $this->pageProduct->find() : null;
        return $product === null ? [] : $this->cacheTags->listFor($product);
    }
}
