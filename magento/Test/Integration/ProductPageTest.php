<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Integration;

use Magento\Catalog\Api\ProductRepositoryInterface;
use Magento\Catalog\Model\Product;
use Magento\Framework\View\LayoutInterface;
use Magento\TestFramework\TestCase\AbstractController;

/**
 * Tests what the module prints on the product pages of a real store.
 *
 * The test needs Magento's integration test framework and a database, and the product fixtures of Magento. The project
 * itself has no store, so it checks the syntax and the coding standard of this file, but it does not run it. See
 * Test/README.md.
 *
 * @magentoAppArea frontend
 * @magentoDbIsolation disabled
 */
class ProductPageTest extends AbstractController
{
    private const CONFIGURATION = 'data-back-in-stock-config';

    private const PRODUCT = 'data-back-in-stock-product';

    /**
     * @magentoDataFixture Magento/ConfigurableProduct/_files/configurable_product_with_out_of_stock_children.php
     * @magentoConfigFixture current_store back_in_stock/general/enabled 1
     * @magentoConfigFixture current_store back_in_stock/general/api_key ABC123
     */
    public function testPrintsAllVariantsOfASoldOutConfigurable(): void
    {
        $product = $this->openPage('configurable');
        $configuration = $this->readTag(self::CONFIGURATION);
        self::assertSame('ABC123', $configuration['apiKey']);

        $described = $this->readTag(self::PRODUCT);
        self::assertSame((string) $product->getId(), $described['id']);
        self::assertSame('configurable', $described['type']);
        self::assertSame(['test_configurable'], array_column($described['attributes'], 'code'));

        $children = $this->listChildrenIds($product);
        self::assertNotEmpty($children);
        self::assertEqualsCanonicalizing($children, array_column($described['variants'], 'id'));
        self::assertSame([false], array_values(array_unique(array_column($described['variants'], 'salable'))));
        $attributeId = $described['attributes'][0]['id'];
        foreach ($described['variants'] as $variant) {
            self::assertNotSame('', $variant['options'][$attributeId]['label']);
        }
        self::assertStringContainsString('js/back-in-stock.min.js', $this->getResponse()->getBody());
        self::assertStringContainsString('css/back-in-stock.min.css', $this->getResponse()->getBody());
        self::assertSame(1, substr_count($this->getResponse()->getBody(), 'class="back-in-stock-space"'));
    }

    /**
     * @magentoDataFixture Magento/ConfigurableProduct/_files/configurable_product_with_out_of_stock_children.php
     * @magentoConfigFixture current_store back_in_stock/general/enabled 1
     * @magentoConfigFixture current_store back_in_stock/general/api_key ABC123
     */
    public function testThePageHasTheCacheTagsOfAllChildren(): void
    {
        $product = $this->openPage('configurable');
        $block = $this->_objectManager->get(LayoutInterface::class)->getBlock('back_in_stock.product');
        $expected = array_map(
            static fn (string $id): string => Product::CACHE_TAG . '_' . $id,
            [(string) $product->getId(), ...$this->listChildrenIds($product)]
        );
        self::assertSame([], array_diff($expected, $block->getIdentities()));
    }

    /**
     * @magentoDataFixture Magento/Catalog/_files/product_simple.php
     * @magentoConfigFixture current_store back_in_stock/general/enabled 1
     * @magentoConfigFixture current_store back_in_stock/general/api_key ABC123
     */
    public function testPrintsNothingForASimpleProductInStock(): void
    {
        $this->openPage('simple');
        $this->assertNothingPrinted();
    }

    /**
     * @magentoDataFixture Magento/Catalog/_files/product_simple_out_of_stock.php
     * @magentoConfigFixture current_store back_in_stock/general/enabled 1
     * @magentoConfigFixture current_store back_in_stock/general/api_key ABC123
     */
    public function testPrintsASoldOutSimpleProductAsItsOnlyVariant(): void
    {
        $product = $this->openPage('simple-out-of-stock');
        self::assertSame(
            [(string) $product->getId() => false],
            array_column($this->readTag(self::PRODUCT)['variants'], 'salable', 'id')
        );
    }

    /**
     * @magentoDataFixture Magento/ConfigurableProduct/_files/configurable_product_with_out_of_stock_children.php
     * @magentoConfigFixture current_store back_in_stock/general/enabled 0
     * @magentoConfigFixture current_store back_in_stock/general/api_key ABC123
     */
    public function testPrintsNothingWhenDisabled(): void
    {
        $this->openPage('configurable');
        $this->assertNothingPrinted();
    }

    private function openPage(string $sku): Product
    {
        $product = $this->_objectManager->create(ProductRepositoryInterface::class)->get($sku);
        $this->dispatch('catalog/product/view/id/' . $product->getId());
        self::assertSame(200, $this->getResponse()->getHttpResponseCode());
        self::assertStringContainsString((string) $product->getName(), $this->getResponse()->getBody());
        return $product;
    }

    /**
     * @param string $attribute
     * @return array<string, mixed>
     */
    private function readTag(string $attribute): array
    {
        $matches = [];
        $pattern = "~<script type=\"application/json\" $attribute data-mark=\"\\w+\">([^<]*)</script>~";
        self::assertSame(1, preg_match_all($pattern, $this->getResponse()->getBody(), $matches));
        return json_decode($matches[1][0], true, 512, JSON_THROW_ON_ERROR);
    }

    private function assertNothingPrinted(): void
    {
        self::assertStringNotContainsString('back-in-stock', $this->getResponse()->getBody());
    }

    /**
     * @param Product $product
     * @return string[]
     */
    private function listChildrenIds(Product $product): array
    {
        $ids = $product->getTypeInstance()->getChildrenIds($product->getId(), false);
        return array_map('strval', array_values(array_merge(...array_values($ids))));
    }
}
