<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

use Magento\Catalog\Helper\Data as Catalog;
use Magento\Catalog\Model\Product;
use Psr\Log\LoggerInterface;

/**
 * The product that a page is about, described once for all blocks that ask.
 */
class PageProduct
{
    /**
     * By product, so that a server which answers several requests in one process tells none the data of another.
     *
     * @var \WeakMap<Product, array<string, mixed>>
     */
    private \WeakMap $described;

    /**
     * @param Catalog $catalog
     * @param ProductData $productData
     * @param LoggerInterface $logger
     */
    public function __construct(
        private readonly Catalog $catalog,
        private readonly ProductData $productData,
        private readonly LoggerInterface $logger
    ) {
        $this->described = new \WeakMap();
    }

    /**
     * The product; null on pages that have none.
     *
     * @return Product|null
     */
    public function find(): ?Product
    {
        $product = $this->catalog->getProduct();
        return $product instanceof Product && $product->getId() ? $product : null;
    }

    /**
     * The product in the documented format; empty when there is none, or none that can be described. Never throws.
     *
     * @return array<string, mixed>
     */
    public function describe(): array
    {
        $product = $this->find();
        return $product === null ? [] : $this->described[$product] ??= $this->describeAnew($product);
    }

    /**
     * Whether something of the product is sold out, or may be: of what is not known nothing can be ruled out.
     *
     * @return bool
     */
    public function mayBeSoldOut(): bool
    {
        $product = $this->find();
        if ($product === null || !$this->productData->isComplete($product)) {
            return true;
        }
        $described = $this->describe();
        return $described === [] || in_array(false, array_column($described['variants'], 'salable'), true);
    }

    /**
     * One odd product must not cost its page; without its data the widget reads what the page says.
     *
     * @param Product $product
     * @return array<string, mixed>
     */
    private function describeAnew(Product $product): array
    {
        try {
            return $this->productData->describe($product);
        } catch (\Throwable $reason) {
            $message = 'Back in stock: no product data for product ' . $product->getId() . '.';
            $this->logger->error($message, ['exception' => $reason]);
            return [];
        }
    }
}
