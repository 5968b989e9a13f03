<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Unit\Model\ProductData;

use BackInStock\Klaviyo\Model\ProductData\ChildOptions;
use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\ResourceModel\Eav\Attribute;
use PHPUnit\Framework\TestCase;

/**
 * Tests the options of the children of a configurable product.
 */
class ChildOptionsTest extends TestCase
{
    private const LABELS = [
        'size' => ['172' => 'S', '170' => 'M'],
        'color' => ['49' => 'Black', '50' => 'Blue'],
    ];

    public function testListsTheLabelsOfEachAttributeWithoutTheEmptyOption(): void
    {
        $attributes = $this->createAttributes();
        foreach ($attributes as $attribute) {
            $attribute->method('getSource')->willReturn($this->createSource($attribute->getAttributeCode()));
        }
        self::assertSame(self::LABELS, (new ChildOptions())->listLabels($attributes));
    }

    public function testSortsTheChildrenByTheOrderOfTheOptions(): void
    {
        $children = [
            $this->createChild('1', ['size' => '170', 'color' => '49']),
            $this->createChild('2', ['size' => '172', 'color' => '50']),
            $this->createChild('3', ['size' => '172', 'color' => '49']),
            $this->createChild('4', ['size' => '171', 'color' => '49']),
        ];
        $sorted = (new ChildOptions())->sort($children, self::LABELS);
        $ids = array_map(static fn (Product $child): string => $child->getId(), $sorted);
        self::assertSame(['4', '3', '2', '1'], $ids);
    }

    public function testASoldOutChildHasTheLabelsOfItsOptions(): void
    {
        self::assertSame(
            ['144' => ['id' => '172', 'label' => 'S'], '93' => ['id' => '49', 'label' => 'Black']],
            $this->describe(['size' => '172', 'color' => '49'], false)
        );
    }

    public function testAChildInStockHasOptionIdsAlone(): void
    {
        self::assertSame(['144' => '172', '93' => '49'], $this->describe(['size' => 172, 'color' => 49], true));
    }

    public function testLeavesOutOptionsThatDoNotExist(): void
    {
        self::assertSame(['93' => '50'], $this->describe(['size' => '999', 'color' => '50'], true));
    }

    private function describe(array $data, bool $isSalable): array
    {
        $child = $this->createChild('1', $data);
        return (new ChildOptions())->describe($child, $this->createAttributes(), self::LABELS, $isSalable);
    }

    private function createChild(string $id, array $data): Product
    {
        $child = $this->createStub(Product::class);
        $child->method('getId')->willReturn($id);
        $child->method('getData')->willReturnCallback(static fn (string $key) => $data[$key] ?? null);
        return $child;
    }

    /**
     * @return Attribute[]
     */
    private function createAttributes(): array
    {
        $attributes = [];
        foreach (['size' => '144', 'color' => '93'] as $code => $id) {
            $attribute = $this->createStub(Attribute::class);
            $attribute->method('getId')->willReturn($id);
            $attribute->method('getAttributeCode')->willReturn($code);
            $attributes[] = $attribute;
        }
        return $attributes;
    }

    private function createSource(string $code): object
    {
        return new class (self::LABELS[$code]) {
            public function __construct(private readonly array $labels)
            {
            }

            public function getAllOptions($withEmpty = true): array
            {
                $options = $withEmpty ? [['value' => '', 'label' => ' ']] : [];
                foreach ($this->labels as $id => $label) {
                    $options[] = ['value' => (string) $id, 'label' => $label];
                }
                return $options;
            }
        };
    }
}
