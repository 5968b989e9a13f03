<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model;

use BackInStock\Klaviyo\Model\PageProduct;
use BackInStock\Klaviyo\Model\ScriptPages;
use BackInStock\Klaviyo\Model\Settings;
use PHPUnit\Framework\TestCase;

/**
 * Tests which pages get the widget.
 */
class ScriptPagesTest extends TestCase
{
    /**
     * @dataProvider listPages
     */
    public function testDecidesBySettingsAndStock(
        string $chosen,
        bool $hasListButtons,
        bool $isSoldOut,
        array $expected
    ): void {
        $scriptPages = $this->create(true, $chosen, $hasListButtons, $isSoldOut);
        self::assertSame($expected, [
            'product page' => $scriptPages->isIncluded(true, false),
            'list' => $scriptPages->isIncluded(false, true),
            'other' => $scriptPages->isIncluded(false, false),
        ]);
        self::assertFalse($this->create(false, $chosen, $hasListButtons, $isSoldOut)->isIncluded(true, true));
    }

    public static function listPages(): array
    {
        $pages = static fn (bool $product, bool $list, bool $other): array => [
            'product page' => $product, 'list' => $list, 'other' => $other,
        ];
        return [
            'default, in stock' => ['sold_out', false, false, $pages(false, false, false)],
            'default, sold out' => ['sold_out', false, true, $pages(true, false, false)],
            'an unknown value is the default' => ['all', false, false, $pages(false, false, false)],
            'all product pages' => ['products', false, false, $pages(true, false, false)],
            'every page' => ['every', false, false, $pages(true, true, true)],
            'buttons in lists' => ['sold_out', true, false, $pages(true, true, false)],
        ];
    }

    public function testKnowsWhetherListsGetButtons(): void
    {
        self::assertTrue($this->create(true, 'sold_out', true, false)->hasTileButtons());
        self::assertFalse($this->create(true, 'every', false, false)->hasTileButtons());
        self::assertFalse($this->create(false, 'every', true, false)->hasTileButtons());
    }

    private function create(bool $isOn, string $chosen, bool $hasListButtons, bool $isSoldOut): ScriptPages
    {
        $settings = $this->createStub(Settings::class);
        $settings->method('isOn')->willReturn($isOn);
        $settings->method('getText')->willReturnMap([['pages/script', $chosen]]);
        $settings->method('isEnabled')->willReturnMap([['pages/listing', $hasListButtons]]);
        $pageProduct = $this->createStub(PageProduct::class);
        $pageProduct->method('mayBeSoldOut')->willReturn($isSoldOut);
        return new ScriptPages($settings, $pageProduct);
    }
}
