<?php

declare(strict_types=1);

namespace Magento\Catalog\Model\Product\Image;

/**
 * Gives the address of an image, without the host and the folder of the cache.
 */
class UrlBuilder
{
    public function getUrl(string $baseFilePath, string $imageDisplayArea): string
    {
        return '/media/catalog/product' . $baseFilePath;
    }
}
