<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

use BackInStock\Klaviyo\Model\ProductData\WholeProductDescription;
use PHPUnit\Framework\TestCase;

/**
 * How another extension changes what the module knows of product types, by its di.xml alone.
 */
final class OtherExtensionTest extends TestCase
{
    private const KITS = __DIR__ . '/../other-extension/etc/di.xml';

    private const DI = <<<'XML'
        <config xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <type name="BackInStock\Klaviyo\Model\ProductData">
                <arguments>
                    <argument name="descriptions" xsi:type="array">
                        <item name="%s" xsi:type="%s">%s</item>
                    </argument>
                </arguments>
            </type>
        </config>
        XML;

    /**
     * @var string[]
     */
    private array $written = [];

    protected function tearDown(): void
    {
        array_map('unlink', $this->written);
    }

    public function testAddsItsOwnProductType(): void
    {
        $product = self::open([self::KITS])->readProduct();
        self::assertSame('kit', $product['type']);
        self::assertSame([['id' => 'part', 'code' => 'part', 'label' => 'Part']], $product['attributes']);
        self::assertSame([
            ['id' => '1', 'options' => ['part' => ['id' => '1', 'label' => 'Pot']], 'salable' => true],
            ['id' => '2', 'options' => ['part' => ['id' => '2', 'label' => 'Lid']], 'salable' => false],
        ], $product['variants']);
    }

    public function testTheOwnProductTypesKeepTheirDescriptions(): void
    {
        self::assertSame('set', self::open([self::KITS], 'set')->readProduct()['sku']);
        $variants = self::open([self::KITS], 'set')->readProduct()['variants'];
        self::assertSame(['1' => 'Pot', '2' => 'Lid'], array_column($variants, 'name', 'id'));
    }

    public function testAPageOfItsProductGetsNothingWhenNoVariantIsSoldOut(): void
    {
        $page = self::open([self::KITS], 'full kit');
        self::assertSame('', trim($page->print()));
        self::assertSame([], $page->head->assets);
    }

    public function testWithoutItTheProductIsOneVariantAndItsPageAlwaysGetsTheScript(): void
    {
        foreach (['kit' => '5', 'full kit' => '6'] as $name => $id) {
            $page = self::open([], $name);
            self::assertSame([], $page->readProduct()['attributes']);
            self::assertSame([$id => true], array_column($page->readProduct()['variants'], 'salable', 'id'));
            self::assertCount(1, $page->head->assets);
        }
    }

    public function testTheDescriptionOfTheModuleLoadedLastCounts(): void
    {
        $whole = $this->write('grouped', 'object', WholeProductDescription::class);
        $variants = self::open([self::KITS, $whole], 'set')->readProduct()['variants'];
        self::assertSame(['7' => 'Set'], array_column($variants, 'name', 'id'));
    }

    public function testRemovesADescription(): void
    {
        $page = self::open([self::KITS, $this->write('kit', 'null', '')], 'full kit');
        self::assertSame(['6' => true], array_column($page->readProduct()['variants'], 'salable', 'id'));
        self::assertCount(1, $page->head->assets);
    }

    public function testAClassThatIsNoDescriptionIsLoggedAndThePageIsShown(): void
    {
        $page = self::open([$this->write('kit', 'object', \ArrayObject::class)]);
        self::assertStringNotContainsString('data-back-in-stock-product', $page->print());
        self::assertSame('ABC123', $page->readConfiguration()['apiKey']);
        self::assertCount(1, $page->log->lines);
        self::assertStringContainsString('product 5', $page->log->lines[0]);
        self::assertStringContainsString('type "kit" in di.xml does not implement', $page->log->lines[0]);
    }

    /**
     * @param string[] $files
     */
    private static function open(array $files, string $name = 'kit'): Page
    {
        $part = static fn (string $id, string $part, bool $inStock): array => [
            'page' => $part, 'id' => $id, 'sku' => $part, 'name' => $part, 'type' => 'simple', 'inStock' => $inStock,
        ];
        $shop = new Shop([
            $part('1', 'Pot', true), $part('2', 'Lid', false), $part('3', 'Cup', true),
            ['page' => 'kit', 'id' => '5', 'sku' => 'kit', 'name' => 'Kit', 'type' => 'kit', 'members' => ['Pot', 'Lid']],
            ['page' => 'full kit', 'id' => '6', 'sku' => 'kit 2', 'name' => 'Kit', 'type' => 'kit', 'members' => ['Cup']],
            ['page' => 'set', 'id' => '7', 'sku' => 'set', 'name' => 'Set', 'type' => 'grouped', 'members' => ['Pot', 'Lid']],
        ]);
        return new Page($shop, $shop->findProduct($name), otherExtensions: $files, settings: [
            'back_in_stock/general/api_key' => 'ABC123',
            'back_in_stock/pages/script' => $name === 'set' ? 'products' : 'sold_out',
        ]);
    }

    private function write(string $productType, string $type, string $class): string
    {
        $file = (string) tempnam(sys_get_temp_dir(), 'di');
        file_put_contents($file, sprintf(self::DI, $productType, $type, $class));
        return $this->written[] = $file;
    }
}
