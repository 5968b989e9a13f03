<?php

declare(strict_types=1);

// Prints what the module puts on each page of the demo's catalogue, which comes as JSON by standard input: an object
// with "pages", from the page's name to its tags, and "sources", the files of PHP that had a part in it. The first
// argument is the shop's setting, "shown" or "hidden", the second which pages get the script.
use BackInStock\ModuleTest\Page;
use BackInStock\ModuleTest\Shop;

require __DIR__ . '/bootstrap.php';

$products = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
$shop = new Shop($products, ($argv[1] ?? 'hidden') === 'hidden');
$settings = [
    'back_in_stock/general/api_key' => 'ABC123',
    'back_in_stock/pages/script' => $argv[2] ?? 'sold_out',
];
$pages = [];
foreach (array_column($products, 'page') as $name) {
    $pages[$name] = (new Page($shop, $shop->findProduct($name), $settings))->print();
}
$root = dirname(__DIR__, 2) . '/';
$sources = array_map(static fn (string $file): string => substr($file, strlen($root)), get_included_files());
echo json_encode(['pages' => $pages, 'sources' => $sources], JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
