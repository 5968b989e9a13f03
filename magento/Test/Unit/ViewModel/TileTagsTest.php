<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\ViewModel;

use BackInStock\Klaviyo\Model\CacheTags;
use BackInStock\Klaviyo\Model\Mark;
use BackInStock\Klaviyo\Model\ProductData;
use BackInStock\Klaviyo\Model\Settings;
use BackInStock\Klaviyo\ViewModel\TileTags;
use Magento\Catalog\Model\Product;
use Magento\Framework\Serialize\Serializer\JsonHexTag;
use Magento\Framework\View\LayoutInterface;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\TestCase;
use Psr\Log\LoggerInterface;

/**
 * Tests which products of lists get product data, and the cache tags of these products.
 */
class TileTagsTest extends TestCase
{
    /**
     * @var LoggerInterface&MockObject
     */
    private LoggerInterface $logger;

    protected function setUp(): void
    {
        $this->logger = $this->createMock(LoggerInterface::class);
    }

    public function testReturnsTheTokenOfThePage(): void
    {
        self::assertSame('a1b2', $this->create()->getMark());
    }

    public function testListsTheSoldOutProductsOfAllListsOnce(): void
    {
        $this->logger->expects(self::never())->method('error');
        $soldOut = $this->createProduct('7', '0');
        $layout = $this->createLayout([
            'related' => $this->createBlock([$this->createProduct('5', '1'), $soldOut]),
            'upsell' => $this->createBlock(new \ArrayIterator([$soldOut, $this->createProduct('8', '0')])),
        ]);
        $tileTags = $this->create();
        self::assertSame(['{"id":"7"}', '{"id":"8"}'], $tileTags->listJson($layout, ['related', 'upsell']));
        self::assertSame(
            ['cat_p_7', 'cat_p', 'cat_p_8'],
            $tileTags->getIdentities($layout, ['related', 'upsell'])
        );
    }

    /**
     * @testWith [false, true]
     *           [true, false]
     */
    public function testReadsNoListIfProductListsGetNoButtons(bool $isOn, bool $hasListButtons): void
    {
        $layout = $this->createMock(LayoutInterface::class);
        $layout->expects(self::never())->method('getBlock');
        $tileTags = $this->create($isOn, $hasListButtons);
        self::assertSame([], $tileTags->listJson($layout, ['related']));
        self::assertSame([], $tileTags->getIdentities($layout, ['related']));
    }

    /**
     * @testWith [null, true, []]
     *           [null, false, ["{\"id\":\"7\"}"]]
     *           ["1", false, []]
     *           ["0", true, ["{\"id\":\"7\"}"]]
     */
    public function testReadsTheStockThatTheListHasLoaded(?string $loaded, bool $isSalable, array $expected): void
    {
        $layout = $this->createLayout(['related' => $this->createBlock([
            $this->createProduct('7', $loaded, $isSalable),
        ])]);
        self::assertSame($expected, $this->create()->listJson($layout, ['related']));
    }

    public function testAcceptsBlocksOfAllKindsAndOfNone(): void
    {
        $this->logger->expects(self::never())->method('error');
        $layout = $this->createLayout([
            'rules' => new class ([$this->createProduct('7', '0')]) {
                public function __construct(private readonly array $products)
                {
                }

                public function getAllItems(): array
                {
                    return $this->products;
                }

                public function getItems(): array
                {
                    return [];
                }
            },
            'no products' => $this->createBlock([new \stdClass(), null]),
            'no list' => $this->createBlock('nothing'),
            'no method' => new \stdClass(),
        ]);
        $names = ['rules', 'no products', 'no list', 'no method', 'removed'];
        self::assertSame(['{"id":"7"}'], $this->create()->listJson($layout, $names));
    }

    public function testAListWithAnErrorDoesNotAffectTheOthers(): void
    {
        $this->logger->expects(self::once())->method('error')->with(
            'Back in stock: no product data for the tiles of broken.',
            self::arrayHasKey('exception')
        );
        $broken = new class {
            public function getItems(): array
            {
                throw new \TypeError('This list is broken.');
            }
        };
        $upsell = $this->createBlock([$this->createProduct('7', '0')]);
        $layout = $this->createLayout(['broken' => $broken, 'upsell' => $upsell]);
        self::assertSame(['{"id":"7"}'], $this->create()->listJson($layout, ['broken', 'upsell']));
    }

    public function testAProductWithAnErrorDoesNotAffectTheOthers(): void
    {
        $this->logger->expects(self::once())->method('error')->with(
            'Back in stock: no product data for the tile of product 13.',
            self::arrayHasKey('exception')
        );
        $products = [$this->createProduct('13', '0'), $this->createProduct('7', '0')];
        $layout = $this->createLayout(['related' => $this->createBlock($products)]);
        self::assertSame(['{"id":"7"}'], $this->create()->listJson($layout, ['related']));
    }

    private function create(bool $isOn = true, bool $hasListButtons = true): TileTags
    {
        $settings = $this->createStub(Settings::class);
        $settings->method('isOn')->willReturn($isOn);
        $settings->method('isEnabled')->willReturnMap([['pages/listing', $hasListButtons]]);
        $productData = $this->createStub(ProductData::class);
        $productData->method('describe')->willReturnCallback(static function (Product $product): array {
            // JSON cannot contain this text, which is not UTF-8.
            return ['id' => $product->getId() === '13' ? "\xFF" : $product->getId()];
        });
        $cacheTags = $this->createStub(CacheTags::class);
        $cacheTags->method('listFor')->willReturnCallback(
            static fn (Product $product): array => ['cat_p_' . $product->getId(), 'cat_p']
        );
        $mark = $this->createStub(Mark::class);
        $mark->method('getText')->willReturn('a1b2');
        return new TileTags($settings, $productData, $cacheTags, new JsonHexTag(), $this->logger, $mark);
    }

    private function createProduct(string $id, ?string $loaded, bool $isSalable = true): Product
    {
        $product = $this->createStub(Product::class);
        $product->method('getId')->willReturn($id);
        $product->method('isSalable')->willReturn($isSalable);
        $product->method('getData')->willReturnCallback(
            static fn (string $key) => $key === 'is_salable' ? $loaded : null
        );
        return $product;
    }

    private function createBlock(mixed $products): object
    {
        return new class ($products) {
            public function __construct(private readonly mixed $products)
            {
            }

            public function getItems(): mixed
            {
                return $this->products;
            }
        };
    }

    private function createLayout(array $blocks): LayoutInterface
    {
        $layout = $this->createStub(LayoutInterface::class);
        $layout->method('getBlock')->willReturnCallback(static fn (string $name) => $blocks[$name] ?? false);
        return $layout;
    }
}
