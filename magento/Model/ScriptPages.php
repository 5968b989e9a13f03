<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

/**
 * Which pages get the widget: its script, its configuration, and on product pages the product data.
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
     * Whether a page is one of them.
     *
     * Where tiles get buttons, all product pages are: most have lists, and of those that a theme draws by blocks of its
     * own, or that scripts fetch later, the server does not know what is sold out.
     *
     * @param bool $isForProduct whether the page is about a product
     * @param bool $isForTiles whether the page has lists
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
        // What is none of the choices counts as the default.
        return $isForProduct && ($chosen === 'products' || $this->pageProduct->mayBeSoldOut());
    }
}
