<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

use PHPUnit\Framework\TestCase;

final class PlaceholderTest extends TestCase
{
    private const ON = ['back_in_stock/general/api_key' => 'ABC123'];

    private const STYLES = 'BackInStock_Klaviyo::css/back-in-stock.min.css';

    private const BUTTON = 'back_in_stock.placeholder';

    private const SOLD_OUT_IN_HYVA = 'back_in_stock.placeholder.sold_out';

    private const CLASSES = 'action primary btn btn-primary';

    private static function lantern(bool $inStock, string $name = 'Lantern'): array
    {
        return [
            'page' => 'lantern', 'id' => '7', 'sku' => 'LANTERN', 'name' => $name, 'type' => 'simple',
            'inStock' => $inStock,
        ];
    }

    /**
     * A configurable with one child for each of these, in stock or not.
     */
    private static function tee(bool ...$stock): array
    {
        $children = [];
        $options = [];
        foreach ($stock as $index => $inStock) {
            $options[] = ['id' => "5$index", 'label' => "Colour $index"];
            $children[] = [
                'id' => "10$index", 'sku' => "TEE-$index", 'name' => "Tee $index", 'choice' => ['93' => "5$index"],
                'inStock' => $inStock,
            ];
        }
        return [
            'page' => 'tee', 'id' => '13', 'sku' => 'TEE', 'name' => 'Tee', 'type' => 'configurable',
            'attributes' => [['id' => '93', 'code' => 'color', 'label' => 'Colour & more', 'options' => $options]],
            'children' => $children,
        ];
    }

    /**
     * @param array<string, mixed> $product
     * @param array<string, string> $settings
     * @param array<string, mixed>|null $ofTheme
     */
    private static function open(
        array $product,
        array $settings = [],
        ?array $ofTheme = null,
        array $handles = ['catalog_product_view']
    ): Page {
        $shop = new Shop([$product], true);
        $settings = [...self::ON, ...array_combine(
            array_map(static fn (string $path): string => "back_in_stock/$path", array_keys($settings)),
            $settings
        )];
        return new Page($shop, $shop->findProduct($product['page']), $settings, new Store(), $handles, $ofTheme);
    }

    /**
     * @return array{string, string}|null classes and text of the invisible button
     */
    private static function readSpace(Page $page): ?array
    {
        $html = $page->printBlock(self::BUTTON);
        self::assertMatchesRegularExpression('~^<div class="back-in-stock-place" data-back-in-stock>.*</div>\s*$~s', $html);
        $found = preg_match('~<button type="button" disabled class="([^"]*)">([^<]*)</button>~', $html, $matches);
        return $found ? [html_entity_decode($matches[1]), html_entity_decode($matches[2])] : null;
    }

    private static function assertNoPlaceholder(Page $page): void
    {
        self::assertSame('', trim($page->printBlock(self::BUTTON)));
        self::assertArrayNotHasKey(self::STYLES, $page->head->assets);
    }

    public function testWhatIsSoldOutAsAWholeHasTheSpaceOfTheButton(): void
    {
        $expected = [self::CLASSES, 'Notify me when available'];
        foreach ([self::lantern(false), self::tee(false, false)] as $product) {
            $page = self::open($product);
            self::assertSame($expected, self::readSpace($page));
            self::assertArrayHasKey(self::STYLES, $page->head->assets);
        }
    }

    public function testAPartlySoldOutConfigurableHasTheSpaceOfTheHint(): void
    {
        self::assertSame(
            ['back-in-stock-link', 'Colour & more sold out? Get notified'],
            self::readSpace(self::open(self::tee(true, false)))
        );
    }

    public function testThereIsNoSpaceWhereNothingIsSoldOut(): void
    {
        foreach ([self::lantern(true), self::tee(true, true), self::tee()] as $product) {
            self::assertNoPlaceholder(self::open($product, ['pages/script' => 'every']));
        }
    }

    public function testThereIsNoSpaceWithoutTheScript(): void
    {
        self::assertNoPlaceholder(self::open(self::lantern(false), ['general/enabled' => '0']));
        $page = self::open(self::lantern(false));
        $page->layout->removeBlock('back_in_stock.configuration');
        self::assertSame('', $page->printBlock(self::BUTTON));
    }

    public function testThereIsNoPlaceholderWhereTheMerchantHasSetAPlace(): void
    {
        self::assertNoPlaceholder(self::open(self::lantern(false), ['button/anchor' => '.price']));
        $page = self::open(self::lantern(false), [], ['trigger' => ['anchor' => '.price']]);
        self::assertSame('', $page->printBlock(self::BUTTON));
    }

    public function testTheSettingsOfTheButtonAreThoseOfTheSpace(): void
    {
        $settings = [
            'button/classes' => 'mine "wide"', 'button/text' => 'Tell me when <b>{product_name}</b> is back: {variant}',
        ];
        self::assertSame(
            ['mine "wide"', 'Tell me when <b>Lantern</b> is back: Lantern'],
            self::readSpace(self::open(self::lantern(false), $settings))
        );
        $ofTheme = ['trigger' => ['classes' => 'of-theme'], 'texts' => ['trigger' => 'Wait']];
        self::assertSame(['of-theme', 'Wait'], self::readSpace(self::open(self::lantern(false), $settings, $ofTheme)));
    }

    public function testTheSettingsOfTheHintAreThoseOfTheSpace(): void
    {
        $text = 'Colour & more sold out? Get notified';
        $tee = self::tee(true, false);
        self::assertNull(self::readSpace(self::open($tee, ['button/hint' => 'none'])));
        self::assertSame([self::CLASSES, $text], self::readSpace(self::open($tee, ['button/hint' => 'button'])));
        self::assertSame(['quiet', $text], self::readSpace(self::open($tee, ['button/hint_classes' => 'quiet'])));
    }

    public function testHyvaHasOnePlaceForWhatCanBeBoughtAndOneForTheRest(): void
    {
        $handles = ['catalog_product_view', 'catalog_product_view_type_bundle', 'hyva_catalog_product_view'];
        $partly = self::open(self::tee(true, false), [], null, $handles);
        self::assertStringContainsString('back-in-stock-link', $partly->printBlock(self::BUTTON));
        self::assertSame('', $partly->printBlock(self::SOLD_OUT_IN_HYVA));
        $shop = new Shop([self::tee(false, false)], true);
        $product = $shop->findProduct('tee')->setData('salable_by_itself', false);
        $soldOut = new Page($shop, $product, self::ON, new Store(), $handles);
        self::assertSame('', $soldOut->printBlock(self::BUTTON));
        self::assertStringContainsString('Notify me when available', $soldOut->printBlock(self::SOLD_OUT_IN_HYVA));
    }
}
