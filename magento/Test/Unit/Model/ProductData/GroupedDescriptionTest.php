<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\ProductData;

use BackInStock\Klaviyo\Model\ProductData\ChildSku;
use BackInStock\Klaviyo\Model\ProductData\GroupedDescription;
use BackInStock\Klaviyo\Model\ProductData\ProductImage;
use BackInStock\Klaviyo\Model\StoreProducts;
use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\ResourceModel\Product\Collection;
use Magento\Catalog\Model\ResourceModel\Product\Link\Collection as LinkCollection;
use Magento\Framework\DataObject;
use PHPUnit\Framework\MockObject\MockObject;
use PHPUnit\Framework\TestCase;

/**
 * Tests the description of grouped products.
 */
class GroupedDescriptionTest extends TestCase
{
    /**
     * @var Collection&MockObject
     */
    private Collection $members;

    /**
     * @var LinkCollection&MockObject
     */
    private LinkCollection $links;

    protected function setUp(): void
    {
        $this->members = $this->createMock(Collection::class);
        $this->links = $this->createMock(LinkCollection::class);
    }

    public function testHasNoAttributes(): void
    {
        self::assertSame([], $this->create()->describeAttributes($this->createProduct([])));
    }

    public function testListsTheMembersInTheOrderOfTheMerchant(): void
    {
        $this->setMembers(['10' => '1', '11' => '0', '12' => null]);
        $this->setPositions(['10' => '3', '11' => '2', '12' => '1']);
        self::assertSame([
            ['id' => '12', 'sku' => 'SKU 12', 'name' => 'Member 12', 'image' => '/12.jpg', 'salable' => false],
            ['id' => '11', 'sku' => 'SKU 11', 'name' => 'Member 11', 'image' => '/11.jpg', 'salable' => false],
            ['id' => '10', 'sku' => 'SKU 10', 'name' => 'Member 10', 'salable' => true],
        ], $this->create()->describeVariants($this->createProduct([3 => ['10', '11', '12']])));
    }

    public function testAMemberWithoutPositionComesFirst(): void
    {
        $this->setMembers(['10' => '1', '11' => '1']);
        $this->setPositions(['10' => '1']);
        $variants = $this->create()->describeVariants($this->createProduct([3 => ['10', '11']]));
        self::assertSame(['11', '10'], array_column($variants, 'id'));
    }

    public function testAProductWithoutMembersLoadsNothing(): void
    {
        $storeProducts = $this->createMock(StoreProducts::class);
        $storeProducts->expects(self::never())->method('createCollection');
        self::assertSame([], $this->create($storeProducts)->describeVariants($this->createProduct([3 => []])));
        self::assertSame([], $this->create($storeProducts)->describeVariants($this->createProduct([])));
    }

    public function testLoadsTheMembersOfAllLinkTypesWithTheirNamesAndImages(): void
    {
        $this->members->expects(self::once())->method('addIdFilter')->with(['10', '11'])->willReturnSelf();
        $this->members->expects(self::once())->method('addAttributeToSelect')->with(['name', 'small_image'])
            ->willReturnSelf();
        $this->setMembers([]);
        $this->setPositions([]);
        $this->create()->describeVariants($this->createProduct([3 => ['10'], 4 => ['11']]));
    }

    /**
     * @testWith [null, "5"]
     *           ["55", "55"]
     */
    public function testLoadsThePositionsByTheVersionOfTheProductIfThereIsOne(?string $rowId, string $expected): void
    {
        $this->links->expects(self::once())->method('addFieldToFilter')->with('product_id', $expected);
        $this->links->expects(self::once())->method('addLinkTypeIdFilter');
        $this->links->expects(self::once())->method('joinAttributes');
        $this->setMembers([]);
        $this->setPositions([]);
        $this->create()->describeVariants($this->createProduct([3 => ['10']], $rowId));
    }

    private function setMembers(array $salableById): void
    {
        $members = [];
        foreach ($salableById as $id => $isSalable) {
            $member = $this->createStub(Product::class);
            $member->method('getId')->willReturn((string) $id);
            $member->method('getName')->willReturn("Member $id");
            $member->method('getData')->willReturnCallback(
                static fn (string $key) => $key === 'is_salable' ? $isSalable : null
            );
            $members[] = $member;
        }
        $this->members->method('getIterator')->willReturn(new \ArrayIterator($members));
    }

    private function setPositions(array $positions): void
    {
        $links = [];
        foreach ($positions as $id => $position) {
            $links[] = new DataObject(['linked_product_id' => (string) $id, 'position' => $position]);
        }
        $this->links->method('getIterator')->willReturn(new \ArrayIterator($links));
    }

    private function create(?StoreProducts $storeProducts = null): GroupedDescription
    {
        if ($storeProducts === null) {
            $storeProducts = $this->createMock(StoreProducts::class);
            $storeProducts->method('createCollection')->with(7)->willReturn($this->members);
        }
        $childSku = $this->createStub(ChildSku::class);
        $childSku->method('describe')->willReturnCallback(
            static fn (Product $child): array => ['sku' => 'SKU ' . $child->getId()]
        );
        $productImage = $this->createStub(ProductImage::class);
        $productImage->method('describe')->willReturnCallback(
            static fn (Product $child): array => ['image' => '/' . $child->getId() . '.jpg']
        );
        return new GroupedDescription($storeProducts, $childSku, $productImage);
    }

    private function createProduct(array $ids, ?string $rowId = null): Product
    {
        $product = $this->createStub(Product::class);
        $product->method('getId')->willReturn('5');
        $product->method('getStoreId')->willReturn(7);
        $product->method('getTypeInstance')->willReturn($this->createType($ids));
        $product->method('getData')->willReturnCallback(static fn (string $key) => $key === 'row_id' ? $rowId : null);
        $product->method('getLinkInstance')->willReturn($this->createLink());
        return $product;
    }

    private function createType(array $ids): object
    {
        return new class ($ids) {
            public function __construct(private readonly array $ids)
            {
            }

            public function getChildrenIds($parentId, $required = true): array
            {
                return $parentId === '5' && $required === false ? $this->ids : [];
            }
        };
    }

    /**
     * An object instead of a mock, because setLinkTypeId() is a magic method in Magento.
     */
    private function createLink(): object
    {
        return new class ($this->links) {
            private ?int $typeId = null;

            public function __construct(private readonly LinkCollection $links)
            {
            }

            public function setLinkTypeId($typeId): void
            {
                $this->typeId = $typeId;
            }

            public function getLinkCollection(): LinkCollection
            {
                return $this->typeId === 3 ? $this->links : throw new \LogicException('These are not the members.');
            }
        };
    }
}
