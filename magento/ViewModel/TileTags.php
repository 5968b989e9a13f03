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
 * The sold-out products of lists that print no stock label, each for a tag `data-back-in-stock-product`.
 *
 * Luma's related and up-sell products look the same whether they can be bought or not, so only the server can say it.
 */
class TileTags implements ArgumentInterface
{
    /**
     * How the blocks of such lists give their products: those of Adobe Commerce's rules, Magento's own, others.
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
     * The mark of the page, for the tags.
     *
     * @return string
     */
    public function getMark(): string
    {
        return $this->mark->getText();
    }

    /**
     * Each product as JSON that cannot end the script element it stands in. Never throws.
     *
     * @param LayoutInterface $layout
     * @param string[] $names of the blocks
     * @return string[]
     */
    public function listJson(LayoutInterface $layout, array $names): array
    {
        $printed = [];
        foreach ($this->findSoldOut($layout, $names) as $product) {
            try {
                $printed[] = (string) $this->serializer->serialize($this->productData->describe($product));
            } catch (\Throwable $reason) {
                // One odd product must not cost the others theirs.
                $this->report('no product data for the tile of product ' . $product->getId(), $reason);
            }
        }
        return $printed;
    }

    /**
     * The cache tags of these products and of all their children. Those of everything else in the list are its own
     * block's matter.
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
     * The sold-out products of the lists, each once, as long as tiles get buttons.
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
            } catch (\Throwable $reason) {
                $this->report("no product data for the tiles of $name", $reason);
            }
        }
        return array_values($found);
    }

    /**
     * What a block has loaded for its list. A theme may have removed it, or have another in its place.
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
     * Whether nothing of the product can be bought.
     *
     * Magento's lists bring that along from the index of stock. To ask a configurable itself would be a query for each,
     * also for those that can be bought.
     *
     * @param Product $product
     * @return bool
     */
    private function isSoldOut(Product $product): bool
    {
        $known = $product->getData('is_salable');
        return $known === null ? !$product->isSalable() : !$known;
    }

    /**
     * Tells the merchant's developers what is missing, and why.
     *
     * @param string $what
     * @param \Throwable $reason
     * @return void
     */
    private function report(string $what, \Throwable $reason): void
    {
        $this->logger->error("Back in stock: $what.", ['exception' => $reason]);
    }
}
