<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Block;

use BackInStock\Klaviyo\Block\ConfigurationTag;
use BackInStock\Klaviyo\Block\Placeholder;
use BackInStock\Klaviyo\ViewModel\Placeholder as ViewModel;
use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Framework\Event\ManagerInterface;
use Magento\Framework\View\Element\Template\Context;
use Magento\Framework\View\LayoutInterface;
use Magento\Framework\View\Page\Config;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\TestCase;

/**
 * Tests which settings of the theme count for the placeholder, and when there is none.
 */
class PlaceholderTest extends TestCase
{
    /**
     * @var ViewModel&MockObject
     */
    private ViewModel $viewModel;

    protected function setUp(): void
    {
        $this->viewModel = $this->createMock(ViewModel::class);
    }

    public function testDescribesTheButtonWithTheSettingsOfTheTheme(): void
    {
        $settings = ['trigger' => ['classes' => 'btn']];
        $button = ['text' => 'Wait', 'classes' => 'btn'];
        $this->viewModel->method('describeButton')->with($settings)->willReturn($button);
        self::assertSame($button, $this->create($settings)->describeButton());
    }

    public function testRendersNothingIfNothingIsSoldOut(): void
    {
        $this->viewModel->method('isOn')->willReturn(false);
        self::assertSame('', $this->create([])->toHtml());
    }

    public function testRendersNothingIfAThemeHasRemovedTheScript(): void
    {
        $this->viewModel->method('isOn')->willReturn(true);
        self::assertSame('', $this->create(null)->toHtml());
    }

    public function testRendersNothingInThePlaceForOtherProducts(): void
    {
        $this->viewModel->method('isOn')->willReturn(true);
        $this->viewModel->method('isSalable')->willReturn(true);
        self::assertSame('', $this->create([], ['is_for_salable' => false])->toHtml());
    }

    /**
     * @param array<string, mixed>|null $settings of the theme; null if there is no block that has them
     */
    private function create(?array $settings, array $data = []): Placeholder
    {
        $context = $this->createStub(Context::class);
        $context->method('getPageConfig')->willReturn($this->createStub(Config::class));
        $context->method('getEventManager')->willReturn($this->createStub(ManagerInterface::class));
        $context->method('getScopeConfig')->willReturn($this->createStub(ScopeConfigInterface::class));
        $configuration = $this->createStub(ConfigurationTag::class);
        $configuration->method('getData')->willReturn($settings);
        $layout = $this->createStub(LayoutInterface::class);
        $layout->method('getBlock')->willReturn($settings === null ? false : $configuration);
        $block = new Placeholder($context, ['view_model' => $this->viewModel, ...$data]);
        $block->setLayout($layout);
        return $block;
    }
}
