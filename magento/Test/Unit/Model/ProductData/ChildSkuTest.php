<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\ProductData;

use BackInStock\Klaviyo\Model\ProductData\ChildSku;
use BackInStock\Klaviyo\Model\Settings;
use Magento\Catalog\Model\Product;
use PHPUnit\Framework\TestCase;

/**
 * Tests that the SKU of a child is in the page only if Klaviyo's catalogue uses SKUs.
 */
class ChildSkuTest extends TestCase
{
    /**
     * @dataProvider listSettings
     */
    public function testReturnsTheSkuIfKlaviyoUsesIt(string $setting, array $expected): void
    {
        $settings = $this->createStub(Settings::class);
        $settings->method('getText')->willReturnMap([['general/variant_id', $setting]]);
        $child = $this->createStub(Product::class);
        $child->method('getData')->willReturnCallback(static fn (string $key) => $key === 'sku' ? 'MUG-Red' : null);
        self::assertSame($expected, (new ChildSku($settings))->describe($child));
    }

    public static function listSettings(): array
    {
        return [
            'SKU' => ['sku', ['sku' => 'MUG-Red']],
            'entity id' => ['id', []],
            'an unknown value' => ['ean', []],
        ];
    }
}
