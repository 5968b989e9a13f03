<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\ViewModel;

use BackInStock\Klaviyo\Model\CacheTags;
use BackInStock\Klaviyo\Model\Mark;
use BackInStock\Klaviyo\Model\PageProduct;
use BackInStock\Klaviyo\Model\ScriptPages;
use BackInStock\Klaviyo\Model\Settings;
use BackInStock\Klaviyo\ViewModel\ProductTag;
use Magento\Catalog\Model\Product;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\TestCase;

/**
 * Tests the product data of a page, and its cache tags.
 */
class ProductTagTest extends TestCase
{
    /**
     * @var PageProduct&MockObject
     */
    private PageProduct $pageProduct;

    protected function setUp(): void
    {
        $this->pageProduct = $this->createMock(PageProduct::class);
    }

    public function testReturnsTheTokenOfThePage(): void
    {
        self::assertSame('a1b2', $this->create()->getMark());
    }

    public function testReturnsTheProductDataIfThePageGetsThem(): void
    {
        $this->pageProduct->method('getJson')->willReturn('{"id":"5"}');
        self::assertSame('{"id":"5"}', $this->create(isIncluded: true)->getJson());
    }

    public function testDescribesNothingIfThePageDoesNotGetThem(): void
    {
        $this->pageProduct->expects(self::never())->method('getJson');
        self::assertSame('', $this->create(isIncluded: false)->getJson());
    }

    public function testReturnsTheCacheTagsEvenIfThePageGetsNoData(): void
    {
        $product = $this->createStub(Product::class);
        $this->pageProduct->method('find')->willReturn($product);
        $cacheTags = $this->createMock(CacheTags::class);
        $cacheTags->method('listFor')->with($product)->willReturn(['cat_p_5', 'cat_p_6']);
        self::assertSame(
            ['cat_p_5', 'cat_p_6'],
            $this->create(isIncluded: false, cacheTags: $cacheTags)->getIdentities()
        );
    }

    public function testReturnsNoCacheTagsOnAPageWithoutProduct(): void
    {
        $this->pageProduct->expects(self::once())->method('find')->willReturn(null);
        $this->assertNoCacheTags(isOn: true);
    }

    public function testReturnsNoCacheTagsIfTheModuleIsOff(): void
    {
        $this->pageProduct->method('find')->willReturn($this->createStub(Product::class));
        $this->assertNoCacheTags(isOn: false);
    }

    private function assertNoCacheTags(bool $isOn): void
    {
        $cacheTags = $this->createMock(CacheTags::class);
        $cacheTags->expects(self::never())->method('listFor');
        self::assertSame([], $this->create($isOn, cacheTags: $cacheTags)->getIdentities());
    }

    private function create(bool $isOn = true, bool $isIncluded = true, ?CacheTags $cacheTags = null): ProductTag
    {
        $settings = $this->createStub(Settings::class);
        $settings->method('isOn')->willReturn($isOn);
        $scriptPages = $this->createMock(ScriptPages::class);
        $scriptPages->method('isIncluded')->with(true, false)->willReturn($isIncluded);
        $mark = $this->createStub(Mark::class);
        $mark->method('getText')->willReturn('a1b2');
        return new ProductTag(
            $settings,
            $scriptPages,
            $this->pageProduct,
            $cacheTags ?? $this->createStub(CacheTags::class),
            $mark
        );
    }
}
