<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\ViewModel;

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
     * @param JsonHexTag $serializer
     * @param LoggerInterface $logger
     */
    public function __construct(
        private readonly Settings $settings,
        private readonly Catalog $catalog,
        private readonly ProductData $productData,
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
            $this->report('no product data', $product, $reason);
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
        if ($product === null) {
            return [];
        }
        $tags = $product->getIdentities();
        try {
            // In lists by link type or option; types of other extensions may nest them as they like.
            $children = (array) $product->getTypeInstance()->getChildrenIds($product->getId(), false);
            array_walk_recursive($children, static function ($id) use (&$tags): void {
                $tags[] = Product::CACHE_TAG . '_' . $id;
            });
        } catch (\Throwable $reason) {
            $this->report('no cache tags of the children', $product, $reason);
        }
        return array_values(array_unique($tags));
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

    /**
     * Tells the merchant's developers what is missing, and why.
     *
     * @param string $what
     * @param Product $product
     * @param \Throwable $reason
     * @return void
     */
    private function report(string $what, Product $product, \Throwable $reason): void
    {
        $this->logger->error("Back in stock: $what for product " . $product->getId() . '.', ['exception' => $reason]);
    }
}
