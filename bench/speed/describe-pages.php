<?php

declare(strict_types=1);

// Prints how long the module takes to describe products with many children, and how many bytes it adds to their pages:
// a JSON object by the number of children. The arguments are these numbers and, first, how often each is measured. It
// runs against the stand-ins of the tests, so Magento's own time for the database is not in it.
use BackInStock\ModuleTest\Page;
use BackInStock\ModuleTest\Shop;

require __DIR__ . '/../../test/module/bootstrap.php';

/**
 * A configurable product with so many children, of which one of each seven is sold out.
 */
function createProduct(int $count): array
{
    $options = static fn (string $name, int $number): array => array_map(
        static fn (int $place): array => ['id' => (string) (1000 + $place), 'label' => "$name $place"],
        range(0, $number)
    );
    $children = array_map(static fn (int $place): array => [
        'id' => (string) (100_000 + $place),
        'sku' => "LARGE-$place",
        'name' => "Large $place",
        'price' => 99.95,
        'inStock' => $place % 7 !== 0,
        'choice' => ['93' => (string) (1000 + $place % 40), '144' => (string) (1000 + intdiv($place, 40))],
    ], range(0, $count - 1));
    return [
        'page' => 'large',
        'id' => '1',
        'sku' => 'LARGE',
        'name' => 'Large',
        'price' => 99.95,
        'type' => 'configurable',
        'attributes' => [
            ['id' => '93', 'code' => 'color', 'label' => 'Colour', 'options' => $options('Colour', 40)],
            ['id' => '144', 'code' => 'size', 'label' => 'Size', 'options' => $options('Size', intdiv($count, 40) + 1)],
        ],
        'children' => $children,
    ];
}

[, $runs] = $argv;
$results = [];
foreach (array_slice($argv, 2) as $count) {
    $shop = new Shop([createProduct((int) $count)]);
    $product = $shop->findProduct('large');
    $times = [];
    $html = '';
    for ($run = 0; $run < (int) $runs; $run++) {
        $page = new Page($shop, $product);
        $begin = hrtime(true);
        $html = $page->print();
        $times[] = (hrtime(true) - $begin) / 1e6;
    }
    sort($times);
    $results[$count] = ['bytes' => strlen($html), 'milliseconds' => $times[intdiv(count($times), 2)], 'html' => $html];
}
echo json_encode($results, JSON_THROW_ON_ERROR);
