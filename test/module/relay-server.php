<?php

declare(strict_types=1);

// The module's controller behind PHP's own web server: `php -S 127.0.0.1:<port> test/module/relay-server.php`. The
// environment variable RELAY_FOLDER names a folder with the file relay.json, which holds the settings, the catalogue of
// the demo, the address of the shop, the origin of the sandbox and the time, which does not pass; in its folder "counters"
// requests are counted. It is behind a proxy of the shop's own network, which says in X-Forwarded-For whom it serves.
use BackInStock\ModuleTest\Relay\Counters;
use BackInStock\ModuleTest\Relay\FileLocks;
use BackInStock\ModuleTest\Relay\RelayedShop;
use BackInStock\ModuleTest\Relay\SandboxCurl;
use Magento\Framework\App\Request\Http;

require __DIR__ . '/bootstrap.php';

$folder = (string) getenv('RELAY_FOLDER');
$relay = json_decode((string) file_get_contents("$folder/relay.json"), true, 512, JSON_THROW_ON_ERROR);
$address = $_SERVER['REMOTE_ADDR'];
$shop = new RelayedShop($relay['settings'], $address, [1 => []], $relay['shop'], $relay['shop']);
$shop->products = array_merge($relay['catalogue'], ...array_column($relay['catalogue'], 'children'));
$shop->clock->now = $relay['now'];
$shop->cache = new Counters("$folder/counters");
$shop->locks = new FileLocks("$folder/counters");
$shop->klaviyo = new SandboxCurl($relay['sandbox']);

if (!is_dir("$folder/counters")) {
    // Nobody asks yet.
    return;
}
$result = $shop->dispatch(new Http($_SERVER, $_POST, (string) file_get_contents('php://input')));
foreach ($shop->log->lines as $line) {
    error_log(trim($line));
}
if ($result === null) {
    http_response_code(404);
    echo '<!doctype html><title>404 Not Found</title>';
    return;
}
http_response_code($result->status);
foreach ($result->headers as $name => $value) {
    header("$name: $value");
}
echo $result->body;
