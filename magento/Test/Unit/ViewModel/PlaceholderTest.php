<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\ViewModel;

use BackInStock\Klaviyo\Model\PageProduct;
use BackInStock\Klaviyo\Model\ScriptPages;
use BackInStock\Klaviyo\Model\Texts;
use BackInStock\Klaviyo\Model\ThemeSettings;
use BackInStock\Klaviyo\Model\WidgetConfiguration;
use BackInStock\Klaviyo\ViewModel\Placeholder;
use Magento\Catalog\Model\Product;
use Magento\Framework\Phrase;
use PHPUnit\Framework\TestCase;

/**
 * Tests when a page gets the placeholder, and which button it keeps the place free for.
 */
class PlaceholderTest extends TestCase
{
    private const PRODUCT = ['name' => 'Tee', 'attributes' => [['label' => 'Colour'], ['label' => 'Size']]];

    /**
     * @dataProvider providePages
     */
    public function testIsOnIfSomethingIsSoldOutAndNoOtherPlaceIsSet(
        bool $isIncluded,
        bool $hasSoldOut,
        string $anchor,
        array $ofTheme,
        bool $expected
    ): void {
        $placeholder = $this->create(['anchor' => $anchor], hasSoldOut: $hasSoldOut, isIncluded: $isIncluded);
        self::assertSame($expected, $placeholder->isOn($ofTheme));
    }

    public static function providePages(): array
    {
        return [
            'sold out' => [true, true, '', [], true],
            'in stock' => [true, false, '', [], false],
            'a page without the script' => [false, true, '', [], false],
            'a place of the merchant' => [true, true, '.price', [], false],
            'a place of the theme' => [true, true, '', ['trigger' => ['anchor' => '.price']], false],
        ];
    }

    public function testIsSalableIfTheProductOfThePageIs(): void
    {
        self::assertFalse($this->create([])->isSalable());
        foreach ([true, false] as $isSalable) {
            $product = $this->createStub(Product::class);
            $product->method('isSalable')->willReturn($isSalable);
            self::assertSame($isSalable, $this->create([], product: $product)->isSalable());
        }
    }

    public function testDescribesTheButtonOfASoldOutProduct(): void
    {
        self::assertSame(
            ['text' => 'Tee: Colour / Size', 'classes' => 'btn'],
            $this->create(['classes' => 'btn'])->describeButton(['texts' => ['trigger' => '{product_name}: {variant}']])
        );
    }

    /**
     * @dataProvider provideHints
     */
    public function testDescribesTheHintOfAPartlySoldOutProduct(array $trigger, array $ofTheme, ?string $classes): void
    {
        $described = $this->create(['classes' => 'btn', ...$trigger], isPartlySoldOut: true)->describeButton($ofTheme);
        $expected = $classes === null ? null : ['text' => 'Colour / Size?', 'classes' => $classes];
        self::assertSame($expected, $described);
    }

    public static function provideHints(): array
    {
        return [
            'a link' => [['hint' => 'link'], [], 'back-in-stock-link'],
            'a link with classes' => [['hint' => 'link', 'hintClasses' => 'quiet'], [], 'quiet'],
            'a button' => [['hint' => 'button', 'hintClasses' => 'quiet'], [], 'btn'],
            'none' => [['hint' => 'none'], [], null],
            'none in this theme' => [['hint' => 'link'], ['trigger' => ['hint' => 'none']], null],
        ];
    }

    private function create(
        array $trigger,
        bool $hasSoldOut = true,
        bool $isPartlySoldOut = false,
        bool $isIncluded = true,
        ?Product $product = null
    ): Placeholder {
        $scriptPages = $this->createMock(ScriptPages::class);
        $scriptPages->method('isIncluded')->with(true, false)->willReturn($isIncluded);
        $pageProduct = $this->createStub(PageProduct::class);
        $pageProduct->method('hasSoldOut')->willReturn($hasSoldOut);
        $pageProduct->method('isPartlySoldOut')->willReturn($isPartlySoldOut);
        $pageProduct->method('describe')->willReturn(self::PRODUCT);
        $pageProduct->method('find')->willReturn($product);
        $configuration = $this->createStub(WidgetConfiguration::class);
        $configuration->method('describe')->willReturn(['trigger' => $trigger]);
        $texts = $this->createStub(Texts::class);
        $texts->method('listPhrases')->willReturn(['hint' => new Phrase('{attributes}?')]);
        return new Placeholder($scriptPages, $pageProduct, $configuration, new ThemeSettings(), $texts);
    }
}
