<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

use Magento\Catalog\Model\Product;
use Psr\Log\LoggerInterface;

/**
 * Lists the cache tags of a product and its children. The full-page cache has to drop a page that contains the product
 * when one of them changes.
 */
class CacheTags
{
    /**
     * @param LoggerInterface $logger
     */
    public function __construct(private readonly LoggerInterface $logger)
    {
    }

    /**
     * List the cache tags of the product and of all its children, including children that the page does not show.
     *
     * @param Product $product
     * @return string[]
     */
    public function listFor(Product $product): array
    {
        $tags = [];
        try {
            $tags = $product->getIdentities();
            // Magento nests the ids by link type or option. Product types of other extensions may nest them deeper.
            $children = (array) $product->getTypeInstance()->getChildrenIds($product->getId(), false);
            array_walk_recursive($children, static function ($id) use (&$tags): void {
                $tags[] = Product::CACHE_TAG . '_' . $id;
            });
        } catch (\Throwable $exception) {
            $message = 'Back in stock: no cache tags of the children for product ' . $product->getId() . '.';
            $this->logger->error($message, ['exception' => $exception]);
        }
        return array_values(array_unique($tags));
    }
}
