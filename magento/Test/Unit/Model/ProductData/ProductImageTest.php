<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\ProductData;

use BackInStock\Klaviyo\Model\ProductData\ProductImage;
use BackInStock\Klaviyo\Model\Settings;
use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\Product\Image\UrlBuilder;
use PHPUnit\Framework\TestCase;

/**
 * Tests when product data contain the address of an image.
 */
class ProductImageTest extends TestCase
{
    private const ADDRESS = 'https://shop.example/media/catalog/product/cache/1/m/u/mug.jpg';

    public function testReturnsTheAddressOfTheImage(): void
    {
        self::assertSame(['image' => self::ADDRESS], $this->describe('/m/u/mug.jpg', true));
    }

    /**
     * @dataProvider listMissing
     */
    public function testReturnsNothingWithoutAnImage(?string $file, bool $isEnabled): void
    {
        self::assertSame([], $this->describe($file, $isEnabled));
    }

    public static function listMissing(): array
    {
        return [
            'not loaded' => [null, true],
            'empty' => ['', true],
            'no image chosen' => ['no_selection', true],
            'the merchant wants none' => ['/m/u/mug.jpg', false],
        ];
    }

    private function describe(?string $file, bool $isEnabled): array
    {
        $settings = $this->createStub(Settings::class);
        $settings->method('isEnabled')->willReturnMap([['form/image', $isEnabled]]);
        $urlBuilder = $this->createStub(UrlBuilder::class);
        $urlBuilder->method('getUrl')->willReturnMap([['/m/u/mug.jpg', 'category_page_grid', self::ADDRESS]]);
        $product = $this->createStub(Product::class);
        $product->method('getData')->willReturnMap([['small_image', $file]]);
        return (new ProductImage($settings, $urlBuilder))->describe($product);
    }
}
