<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model;

use BackInStock\Klaviyo\Model\CacheTags;
use Magento\Catalog\Model\Product;
use PHPUnit\Framework\TestCase;
use Psr\Log\LoggerInterface;

/**
 * Tests that a page has the cache tags of a product and all its children.
 */
class CacheTagsTest extends TestCase
{
    /**
     * @dataProvider listChildrenIds
     */
    public function testListsTheTagsOfTheProductAndItsChildrenOnce(mixed $ids, array $expected): void
    {
        $logger = $this->createMock(LoggerInterface::class);
        $logger->expects(self::never())->method('error');
        $type = new class ($ids) {
            public function __construct(private readonly mixed $ids)
            {
            }

            public function getChildrenIds($parentId, $required = true): mixed
            {
                return $required ? [] : $this->ids;
            }
        };
        self::assertSame(['cat_p_5', ...$expected], (new CacheTags($logger))->listFor($this->createProduct($type)));
    }

    public static function listChildrenIds(): array
    {
        return [
            'no children' => [[], []],
            'nothing' => [null, []],
            'one list' => [[['6' => '6', '7' => '7']], ['cat_p_6', 'cat_p_7']],
            'lists by option' => [[3 => ['6'], 4 => ['6', '7']], ['cat_p_6', 'cat_p_7']],
            'nested deeper' => [[[['6'], [['7']]]], ['cat_p_6', 'cat_p_7']],
        ];
    }

    public function testLogsAnErrorAndKeepsTheTagsOfTheProduct(): void
    {
        $logger = $this->createMock(LoggerInterface::class);
        $logger->expects(self::once())->method('error')->with(self::stringContains('product 5'));
        $type = new class {
            public function getChildrenIds(): array
            {
                throw new \TypeError('This type has no children.');
            }
        };
        self::assertSame(['cat_p_5'], (new CacheTags($logger))->listFor($this->createProduct($type)));
    }

    private function createProduct(object $type): Product
    {
        $product = $this->createStub(Product::class);
        $product->method('getId')->willReturn(5);
        $product->method('getIdentities')->willReturn(['cat_p_5']);
        $product->method('getTypeInstance')->willReturn($type);
        return $product;
    }
}
