<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\ProductData;

use BackInStock\Klaviyo\Model\ProductData\WholeProductDescription;
use Magento\Catalog\Model\Product;
use PHPUnit\Framework\TestCase;

/**
 * Tests that a product that is sold as a whole is its only variant.
 */
class WholeProductDescriptionTest extends TestCase
{
    /**
     * @testWith [true, true]
     *           [false, false]
     *           ["1", true]
     *           [null, false]
     */
    public function testReturnsTheProductAsItsOnlyVariant(mixed $isSalable, bool $expected): void
    {
        $product = $this->createStub(Product::class);
        $product->method('getId')->willReturn(5);
        $product->method('getName')->willReturn('Mug');
        $product->method('getSku')->willReturn('MUG-with-options');
        $product->method('getData')->willReturnCallback(static fn (string $key) => $key === 'sku' ? 'MUG' : null);
        $product->method('isSalable')->willReturn($isSalable);
        $description = new WholeProductDescription();
        self::assertSame([], $description->describeAttributes($product));
        self::assertSame(
            [['id' => '5', 'sku' => 'MUG', 'name' => 'Mug', 'salable' => $expected]],
            $description->describeVariants($product)
        );
    }
}
