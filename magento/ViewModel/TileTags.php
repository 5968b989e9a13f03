<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\ViewModel;

use BackInStock\Klaviyo\Model\CacheTags;
use BackInStock\Klaviyo\Model\Mark;
use BackInStock\Klaviyo\Model\ProductData;
use BackInStock\Klaviyo\Model\Settings;
use Magento\Catalog\Model\Product;
use Magento\Framework\Serialize\Serializer\JsonHexTag;
use Magento\Framework\View\Element\Block\ArgumentInterface;
use Magento\Framework\View\LayoutInterface;
use Psr\Log\LoggerInterface;

/**
 * Provides the data of sold-out products in lists without a stock label, each for a tag `data-back-in-stock-product`.
 *
 * In Luma, related and up-sell products look the same in stock and out of stock. Only the server knows which are sold
 * out.
 */
class TileTags implements ArgumentInterface
{
    /**
     * The methods by which list blocks return their products: blocks of Adobe Commerce's rules, of Magento, and others.
     */
    private const METHODS = ['getAllItems', 'getItems', 'getItemCollection'];

    /**
     * @param Settings $settings
     * @param ProductData $productData
     * @param CacheTags $cacheTags
     * @param JsonHexTag $serializer
     * @param LoggerInterface $logger
     * @param Mark $mark
     */
    public function __construct(
        private readonly Settings $settings,
        private readonly ProductData $productData,
        private readonly CacheTags $cacheTags,
        private readonly JsonHexTag $serializer,
        private readonly LoggerInterface $logger,
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
     * List the products as JSON that cannot close the script element. Never throw.
     *
     * @param LayoutInterface $layout
     * @param string[] $names of the blocks
     * @return string[]
     */
    public function listJson(LayoutInterface $layout, array $names): array
    {
        $json = [];
        foreach ($this->findSoldOut($layout, $names) as $product) {
            try {
                $json[] = (string) $this->serializer->serialize($this->productData->describe($product));
            } catch (\Throwable $exception) {
                // An error in one product must not affect the others.
                $this->logError('no product data for the tile of product ' . $product->getId(), $exception);
            }
        }
        return $json;
    }

    /**
     * Return the cache tags of the sold-out products and of all their children. The blocks of the lists return the tags
     * of all other products.
     *
     * @param LayoutInterface $layout
     * @param string[] $names of the blocks
     * @return string[]
     */
    public function getIdentities(LayoutInterface $layout, array $names): array
    {
        $tags = array_map([$this->cacheTags, 'listFor'], $this->findSoldOut($layout, $names));
        return array_values(array_unique(array_merge(...$tags)));
    }

    /**
     * Find the sold-out products of the lists, each once. Return none if product lists do not get buttons.
     *
     * @param LayoutInterface $layout
     * @param string[] $names
     * @return Product[]
     */
    private function findSoldOut(LayoutInterface $layout, array $names): array
    {
        if (!$this->settings->isOn() || !$this->settings->isEnabled('pages/listing')) {
            return [];
        }
        $found = [];
        foreach ($names as $name) {
            try {
                foreach ($this->listProducts($layout->getBlock($name)) as $product) {
                    if ($product instanceof Product && $this->isSoldOut($product)) {
                        $found[$product->getId()] = $product;
                    }
                }
            } catch (\Throwable $exception) {
                $this->logError("no product data for the tiles of $name", $exception);
            }
        }
        return array_values($found);
    }

    /**
     * List the products that a block has loaded. A theme may have removed or replaced the block.
     *
     * @param mixed $block
     * @return iterable<mixed>
     */
    private function listProducts($block): iterable
    {
        foreach (self::METHODS as $method) {
            if (is_object($block) && method_exists($block, $method)) {
                $products = $block->$method();
                return is_iterable($products) ? $products : [];
            }
        }
        return [];
    }

    /**
     * Check whether the whole product is sold out.
     *
     * Magento's lists load this from the stock index. isSalable() of a configurable product would run a query for each
     * product in the list.
     *
     * @param Product $product
     * @return bool
     */
    private function isSoldOut(Product $product): bool
    {
        $isSalable = $product->getData('is_salable');
        return $isSalable === null ? !$product->isSalable() : !$isSalable;
    }

    /**
     * Log which data are missing, and why.
     *
     * @param string $message
     * @param \Throwable $exception
     * @return void
     */
    private function logError(string $message, \Throwable $exception): void
    {
        $this->logger->error("Back in stock: $message.", ['exception' => $exception]);
    }
}
