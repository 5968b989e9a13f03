<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Block;

use BackInStock\Klaviyo\Block\ProductTag;
use BackInStock\Klaviyo\ViewModel\ProductTag as ViewModel;
use Magento\Framework\DataObject\IdentityInterface;
use Magento\Framework\View\Element\Template\Context;
use Magento\Framework\View\Page\Config;
use PHPUnit\Framework\TestCase;

/**
 * Tests that Magento gets the cache tags of the product from the block.
 */
class ProductTagTest extends TestCase
{
    public function testReturnsTheCacheTagsOfTheViewModel(): void
    {
        $viewModel = $this->createStub(ViewModel::class);
        $viewModel->method('getIdentities')->willReturn(['cat_p_5', 'cat_p_6']);
        $block = $this->create(['view_model' => $viewModel]);
        self::assertInstanceOf(IdentityInterface::class, $block);
        self::assertSame(['cat_p_5', 'cat_p_6'], $block->getIdentities());
    }

    public function testReturnsNoCacheTagsWithoutItsViewModel(): void
    {
        self::assertSame([], $this->create([])->getIdentities());
        self::assertSame([], $this->create(['view_model' => new \stdClass()])->getIdentities());
    }

    private function create(array $data): ProductTag
    {
        $context = $this->createStub(Context::class);
        $context->method('getPageConfig')->willReturn($this->createStub(Config::class));
        return new ProductTag($context, $data);
    }
}
