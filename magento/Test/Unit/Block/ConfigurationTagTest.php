<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Block;

use BackInStock\Klaviyo\Block\ConfigurationTag;
use BackInStock\Klaviyo\ViewModel\ConfigurationTag as ViewModel;
use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Framework\App\RequestInterface;
use Magento\Framework\Event\ManagerInterface;
use Magento\Framework\View\Asset\Repository;
use Magento\Framework\View\Element\Template\Context;
use Magento\Framework\View\LayoutInterface;
use Magento\Framework\View\Page\Config;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\TestCase;

/**
 * Tests that the block adds the script to the head, and renders the configuration, if the page gets the widget.
 */
class ConfigurationTagTest extends TestCase
{
    /**
     * @var Config&MockObject
     */
    private Config $pageConfig;

    protected function setUp(): void
    {
        $this->pageConfig = $this->createMock(Config::class);
    }

    public function testAddsTheDeferredScriptWithTheAttributesOfTheViewModel(): void
    {
        $viewModel = $this->createViewModel(true);
        $viewModel->expects(self::once())->method('listAttributes')
            ->with('https://shop.example/BackInStock_Klaviyo::js/back-in-stock.form.min.js', ['outbox' => false])
            ->willReturn(['data-mark' => 'a1b2']);
        $this->pageConfig->expects(self::once())->method('addPageAsset')->with(
            'BackInStock_Klaviyo::js/back-in-stock.min.js',
            ['attributes' => ['defer' => 'true', 'data-mark' => 'a1b2']]
        );
        $this->create(['view_model' => $viewModel, 'settings' => ['outbox' => false]])
            ->setLayout($this->createStub(LayoutInterface::class));
    }

    public function testAddsTheStylesheetOfTilesIfTheyGetButtons(): void
    {
        $viewModel = $this->createViewModel(true);
        $viewModel->method('listAttributes')->willReturn([]);
        $viewModel->method('hasTileButtons')->willReturn(true);
        $added = [];
        $this->pageConfig->method('addPageAsset')->willReturnCallback(
            function (string $file) use (&$added) {
                $added[] = $file;
                return $this->pageConfig;
            }
        );
        $this->create(['view_model' => $viewModel])->setLayout($this->createStub(LayoutInterface::class));
        self::assertSame(
            ['BackInStock_Klaviyo::js/back-in-stock.min.js', 'BackInStock_Klaviyo::css/back-in-stock.tiles.min.css'],
            $added
        );
    }

    public function testAddsNoScriptIfThePageDoesNotGetTheWidget(): void
    {
        $viewModel = $this->createViewModel(false);
        $viewModel->expects(self::never())->method('listAttributes');
        $this->pageConfig->expects(self::never())->method('addPageAsset');
        $this->create(['view_model' => $viewModel])->setLayout($this->createStub(LayoutInterface::class));
    }

    /**
     * @testWith [true, "the template"]
     *           [false, ""]
     */
    public function testRendersTheTemplateIfThePageGetsTheWidget(bool $isOn, string $expected): void
    {
        self::assertSame($expected, $this->create(['view_model' => $this->createViewModel($isOn)])->toHtml());
    }

    /**
     * @dataProvider listPages
     */
    public function testAsksTheViewModelWithTheArgumentsOfTheLayout(array $data, array $expected): void
    {
        $viewModel = $this->createMock(ViewModel::class);
        $viewModel->expects(self::once())->method('isOn')->with(...$expected)->willReturn(true);
        self::assertTrue($this->create(['view_model' => $viewModel, ...$data])->isOn());
    }

    public static function listPages(): array
    {
        return [
            'a product page' => [['is_for_product' => true], [true, false]],
            'a list' => [['is_for_tiles' => true], [false, true]],
            'another page' => [[], [false, false]],
        ];
    }

    public function testIsOffWithoutItsViewModel(): void
    {
        $this->pageConfig->expects(self::never())->method('addPageAsset');
        foreach ([[], ['view_model' => new \stdClass()]] as $data) {
            $block = $this->create($data)->setLayout($this->createStub(LayoutInterface::class));
            self::assertFalse($block->isOn());
            self::assertSame('', $block->toHtml());
        }
    }

    /**
     * @return ViewModel&MockObject
     */
    private function createViewModel(bool $isOn): ViewModel
    {
        $viewModel = $this->createMock(ViewModel::class);
        $viewModel->method('isOn')->willReturn($isOn);
        return $viewModel;
    }

    /**
     * Create the block with everything that its parent uses. Only the content of the template is replaced.
     */
    private function create(array $data): ConfigurationTag
    {
        $assets = $this->createStub(Repository::class);
        $assets->method('getUrlWithParams')
            ->willReturnCallback(static fn ($fileId): string => "https://shop.example/$fileId");
        $context = $this->createStub(Context::class);
        $context->method('getPageConfig')->willReturn($this->pageConfig);
        $context->method('getAssetRepository')->willReturn($assets);
        $context->method('getRequest')->willReturn($this->createStub(RequestInterface::class));
        $context->method('getEventManager')->willReturn($this->createStub(ManagerInterface::class));
        $context->method('getScopeConfig')->willReturn($this->createStub(ScopeConfigInterface::class));
        $block = $this->getMockBuilder(ConfigurationTag::class)
            ->setConstructorArgs([$context, ['template' => 'tag.phtml', ...$data]])
            ->onlyMethods(['getTemplateFile', 'fetchView'])
            ->getMock();
        $block->method('getTemplateFile')->willReturn('/tag.phtml');
        $block->method('fetchView')->willReturn('the template');
        return $block;
    }
}
