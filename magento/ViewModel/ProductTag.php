<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\ViewModel;

use BackInStock\Klaviyo\Model\CacheTags;
use BackInStock\Klaviyo\Model\Mark;
use BackInStock\Klaviyo\Model\PageProduct;
use BackInStock\Klaviyo\Model\ScriptPages;
use BackInStock\Klaviyo\Model\Settings;
use Magento\Framework\Serialize\Serializer\JsonHexTag;
use Magento\Framework\View\Element\Block\ArgumentInterface;
use Psr\Log\LoggerInterface;

/**
 * The product of the page, for the tag `data-back-in-stock-product`.
 */
class ProductTag implements ArgumentInterface
{
    /**
     * @param Settings $settings
     * @param ScriptPages $scriptPages
     * @param PageProduct $pageProduct
     * @param CacheTags $cacheTags
     * @param JsonHexTag $serializer
     * @param LoggerInterface $logger
     * @param Mark $mark
     */
    public function __construct(
        private readonly Settings $settings,
        private readonly ScriptPages $scriptPages,
        private readonly PageProduct $pageProduct,
        private readonly CacheTags $cacheTags,
        private readonly JsonHexTag $serializer,
        private readonly LoggerInterface $logger,
        private readonly Mark $mark
    ) {
    }

    /**
     * The mark of the page, for the tag.
     *
     * @return string
     */
    public function getMark(): string
    {
        return $this->mark->getText();
    }

    /**
     * The product data as JSON that cannot end the script element it stands in; empty when nothing is to be printed.
     *
     * @return string
     */
    public function getJson(): string
    {
        $described = $this->scriptPages->isIncluded(true, false) ? $this->pageProduct->describe() : [];
        if ($described === []) {
            return '';
        }
        try {
            return (string) $this->serializer->serialize($described);
        } catch (\Throwable $reason) {
            // One odd product must not cost its page; without the tag the widget reads what the page says.
            $message = 'Back in stock: no product data for product ' . $described['id'] . '.';
            $this->logger->error($message, ['exception' => $reason]);
            return '';
        }
    }

    /**
     * The cache tags of the product and of all its children.
     *
     * With them the full-page cache drops the page when the stock of any of them changes, also of one that the page
     * does not show. They are told where nothing is printed too, or a page would never learn that something of its
     * product has been sold out since.
     *
     * @return string[]
     */
    public function getIdentities(): array
    {
        $product = $this->settings->isOn() ? $this->pageProduct->find() : null;
        return $product === null ? [] : $this->cacheTags->listFor($product);
    }
}
