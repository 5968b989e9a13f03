<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\ProductData;

use BackInStock\Klaviyo\Model\Settings;
use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\Product\Image\UrlBuilder;

/**
 * Describes the small image that the form shows beside the name of a product.
 */
class ProductImage
{
    /**
     * The attribute that holds the file of the image.
     */
    public const ATTRIBUTE = 'small_image';

    /**
     * The image of a category's grid: every theme has it, and its size is right for a small image on a sharp screen.
     */
    private const DISPLAY_AREA = 'category_page_grid';

    /**
     * Magento's value for a product without an image.
     */
    private const NO_IMAGE = 'no_selection';

    /**
     * @param Settings $settings
     * @param UrlBuilder $urlBuilder
     */
    public function __construct(private readonly Settings $settings, private readonly UrlBuilder $urlBuilder)
    {
    }

    /**
     * Return the address of the image. Return an empty array if the form shows no image or the product has none.
     *
     * Magento makes the image when a browser asks for it, so the address costs nothing here.
     *
     * @param Product $product
     * @return array<string, string>
     */
    public function describe(Product $product): array
    {
        $file = (string) $product->getData(self::ATTRIBUTE);
        if ($file === '' || $file === self::NO_IMAGE || !$this->settings->isEnabled('form/image')) {
            return [];
        }
        return ['image' => $this->urlBuilder->getUrl($file, self::DISPLAY_AREA)];
    }
}
