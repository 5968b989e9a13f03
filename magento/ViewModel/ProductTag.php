<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\ViewModel;

use BackInStock\Klaviyo\Model\CacheTags;
use BackInStock\Klaviyo\Model\ProductData;
use BackInStock\Klaviyo\Model\Settings;
use Magento\Catalog\Helper\Data as Catalog;
use Magento\Catalog\Model\Product;
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
     * @param Catalog $catalog
     * @param ProductData $productData
     * @param CacheTags $cacheTags
     * @param JsonHexTag $serializer
     * @param LoggerInterface $logger
     */
    public function __construct(
        private readonly Settings $settings,
        private readonly Catalog $catalog,
        private readonly ProductData $productData,
        private readonly CacheTags $cacheTags,
        private readonly JsonHexTag $serializer,
        private readonly LoggerInterface $logger
    ) {
    }

    /**
     * The product data as JSON that cannot end the script element it stands in; empty when nothing is to be printed.
     *
     * @return string
     */
    public function getJson(): string
    {
        $product = $this->findProduct();
        if ($product === null) {
            return '';
        }
        try {
            return (string) $this->serializer->serialize($this->productData->describe($product));
        } catch (\Throwable $reason) {
            // One odd product must not cost its page; without the tag the widget reads what the page says.
            $message = 'Back in stock: no product data for product ' . $product->getId() . '.';
            $this->logger->error($message, ['exception' => $reason]);
            return '';
        }
    }

    /**
     * The cache tags of the product and of all its children.
     *
     * With them the full-page cache drops the page when the stock of any of them changes, also of one that the page
     * does not show.
     *
     * @return string[]
     */
    public function getIdentities(): array
    {
        $product = $this->findProduct();
        return $product === null ? [] : $this->cacheTags->listFor($product);
    }

    /**
     * The product of the page, as long as there is anything to print.
     *
     * @return Product|null
     */
    private function findProduct(): ?Product
    {
        $product = $this->settings->isOn() ? $this->catalog->getProduct() : null;
        return $product instanceof Product && $product->getId() ? $product : null;
    }
}
