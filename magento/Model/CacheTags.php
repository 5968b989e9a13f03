<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

use Magento\Catalog\Model\Product;
use Psr\Log\LoggerInterface;

/**
 * With which changes the full-page cache has to drop a page on which a product is told with its children.
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
     * The cache tags of the product and of all its children, also of those that the page does not show.
     *
     * @param Product $product
     * @return string[]
     */
    public function listFor(Product $product): array
    {
        $tags = [];
        try {
            $tags = $product->getIdentities();
            // In lists by link type or option; types of other extensions may nest them as they like.
            $children = (array) $product->getTypeInstance()->getChildrenIds($product->getId(), false);
            array_walk_recursive($children, static function ($id) use (&$tags): void {
                $tags[] = Product::CACHE_TAG . '_' . $id;
            });
        } catch (\Throwable $reason) {
            $message = 'Back in stock: no cache tags of the children for product ' . $product->getId() . '.';
            $this->logger->error($message, ['exception' => $reason]);
        }
        return array_values(array_unique($tags));
    }
}
