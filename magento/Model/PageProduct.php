<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

use Magento\Catalog\Helper\Data as CatalogHelper;
use Magento\Catalog\Model\Product;
use Magento\Framework\Serialize\Serializer\JsonHexTag;
use Psr\Log\LoggerInterface;

/**
 * The product of the current page. All blocks of a page share one description of it.
 */
class PageProduct
{
    /**
     * Descriptions by product object. Some servers handle several requests in one process, and a request must not get
     * the data of an earlier one.
     *
     * @var \WeakMap<Product, array<string, mixed>>
     */
    private \WeakMap $described;

    /**
     * @param CatalogHelper $catalogHelper
     * @param ProductData $productData
     * @param JsonHexTag $serializer
     * @param LoggerInterface $logger
     */
    public function __construct(
        private readonly CatalogHelper $catalogHelper,
        private readonly ProductData $productData,
        private readonly JsonHexTag $serializer,
        private readonly LoggerInterface $logger
    ) {
        $this->described = new \WeakMap();
    }

    /**
     * Find the product of the page. Return null on pages without a product.
     *
     * @return Product|null
     */
    public function find(): ?Product
    {
        $product = $this->catalogHelper->getProduct();
        return $product instanceof Product && $product->getId() ? $product : null;
    }

    /**
     * Describe the product in the documented format.
     *
     * Return an empty array if the page has no product, or if the product cannot be described. Never throw.
     *
     * @return array<string, mixed>
     */
    public function describe(): array
    {
        $product = $this->find();
        return $product === null ? [] : $this->described[$product] ??= $this->describeOrLog($product);
    }

    /**
     * Get the description as JSON that cannot close the script element.
     *
     * Return an empty text if there is no description, or if it cannot be converted to JSON. Never throw.
     *
     * @return string
     */
    public function getJson(): string
    {
        $described = $this->describe();
        if ($described === []) {
            return '';
        }
        try {
            return (string) $this->serializer->serialize($described);
        } catch (\Throwable $exception) {
            $this->logError((string) $described['id'], $exception);
            return '';
        }
    }

    /**
     * Check whether a variant of the product is sold out, or may be sold out because not everything is known.
     *
     * @return bool
     */
    public function mayBeSoldOut(): bool
    {
        $product = $this->find();
        if ($product === null || !$this->productData->isFullyDescribed($product)) {
            return true;
        }
        $described = $this->describe();
        if ($described === []) {
            return true;
        }
        foreach ($described['variants'] as $variant) {
            // A description of another extension may return an object, or leave out whether a variant is salable.
            if (!is_array($variant) || ($variant['salable'] ?? null) !== true) {
                return true;
            }
        }
        return false;
    }

    /**
     * Check whether a variant of the product is certainly sold out.
     *
     * @return bool
     */
    public function hasSoldOut(): bool
    {
        return in_array(false, $this->listSalable(), true);
    }

    /**
     * Check whether the product has options, and shoppers can choose some that are sold out and some that are not.
     *
     * @return bool
     */
    public function isPartlySoldOut(): bool
    {
        return $this->hasSoldOut()
            && ($this->describe()['attributes'] ?? []) !== []
            && in_array(true, $this->listSalable(), true);
    }

    /**
     * List for each variant whether it is salable. A description of another extension may contain anything.
     *
     * @return array<int, mixed>
     */
    private function listSalable(): array
    {
        return array_column(array_filter($this->describe()['variants'] ?? [], 'is_array'), 'salable');
    }

    /**
     * Describe the product, or log why this fails.
     *
     * @param Product $product
     * @return array<string, mixed>
     */
    private function describeOrLog(Product $product): array
    {
        try {
            return $this->productData->describe($product);
        } catch (\Throwable $exception) {
            $this->logError((string) $product->getId(), $exception);
            return [];
        }
    }

    /**
     * Log why there is no product data. An error must not break the page: without the data, the widget reads the page
     * itself.
     *
     * @param string $productId
     * @param \Throwable $exception
     * @return void
     */
    private function logError(string $productId, \Throwable $exception): void
    {
        $this->logger->error("Back in stock: no product data for product $productId.", ['exception' => $exception]);
    }
}
