<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

/**
 * Decides which pages get the widget: the script, its configuration, and on product pages the product data.
 */
class ScriptPages
{
    /**
     * @param Settings $settings
     * @param PageProduct $pageProduct
     */
    public function __construct(private readonly Settings $settings, private readonly PageProduct $pageProduct)
    {
    }

    /**
     * Check whether sold-out products in lists get buttons.
     *
     * @return bool
     */
    public function hasTileButtons(): bool
    {
        return $this->settings->isOn() && $this->settings->isEnabled('pages/listing');
    }

    /**
     * Check whether a page gets the widget.
     *
     * If product lists get buttons, all product pages get the widget. Most of them have lists, and the server does not
     * know what is sold out in lists that a theme renders with its own blocks or that a script loads later.
     *
     * @param bool $isForProduct whether the page is a product page
     * @param bool $isForTiles whether the page has product lists
     * @return bool
     */
    public function isIncluded(bool $isForProduct, bool $isForTiles): bool
    {
        if (!$this->settings->isOn()) {
            return false;
        }
        $chosen = $this->settings->getText('pages/script');
        if ($chosen === 'every') {
            return true;
        }
        if (($isForProduct || $isForTiles) && $this->settings->isEnabled('pages/listing')) {
            return true;
        }
        // Every other value means the default: pages on which something is sold out.
        return $isForProduct && ($chosen === 'products' || $this->pageProduct->mayBeSoldOut());
    }
}
