<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Block;

use BackInStock\Klaviyo\Block\TileTags;
use BackInStock\Klaviyo\ViewModel\TileTags as ViewModel;
use Magento\Framework\DataObject\IdentityInterface;
use Magento\Framework\View\Element\Template\Context;
use Magento\Framework\View\LayoutInterface;
use Magento\Framework\View\Page\Config;
use PHPUnit\Framework\TestCase;

/**
 * Tests that the block passes the lists of the layout to its view model.
 */
class TileTagsTest extends TestCase
{
    private const LISTS = ['related' => 'catalog.product.related', 'upsell' => 'product.info.upsell'];

    public function testReturnsProductDataAndCacheTagsOfTheLists(): void
    {
        $layout = $this->createStub(LayoutInterface::class);
        $viewModel = $this->createMock(ViewModel::class);
        $viewModel->expects(self::once())->method('listJson')
            ->with($layout, self::LISTS)->willReturn(['{"id":"7"}']);
        $viewModel->expects(self::once())->method('getIdentities')
            ->with($layout, self::LISTS)->willReturn(['cat_p_7']);
        $block = $this->create(['view_model' => $viewModel, 'lists' => self::LISTS], $layout);
        self::assertInstanceOf(IdentityInterface::class, $block);
        self::assertSame(['{"id":"7"}'], $block->listJson());
        self::assertSame(['cat_p_7'], $block->getIdentities());
    }

    public function testPassesNoListsIfTheLayoutHasNone(): void
    {
        $layout = $this->createStub(LayoutInterface::class);
        $viewModel = $this->createMock(ViewModel::class);
        $viewModel->expects(self::once())->method('listJson')->with($layout, [])->willReturn([]);
        self::assertSame([], $this->create(['view_model' => $viewModel], $layout)->listJson());
    }

    public function testReturnsNothingWithoutItsViewModel(): void
    {
        foreach ([[], ['view_model' => new \stdClass()]] as $data) {
            $block = $this->create($data, $this->createStub(LayoutInterface::class));
            self::assertSame([], $block->listJson());
            self::assertSame([], $block->getIdentities());
        }
    }

    private function create(array $data, LayoutInterface $layout): TileTags
    {
        $context = $this->createStub(Context::class);
        $context->method('getPageConfig')->willReturn($this->createStub(Config::class));
        return (new TileTags($context, $data))->setLayout($layout);
    }
}
