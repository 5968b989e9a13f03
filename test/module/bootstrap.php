<?php

declare(strict_types=1);

// The module as it is shipped, with its unit tests; the fake shop; an extension that adds a product type; and small
// stand-ins for the classes and interfaces of Magento that the module uses.
const FOLDERS = [
    'BackInStock\\ModuleTest\\' => __DIR__ . '/php/',
    'Vendor\\Kits\\' => __DIR__ . '/other-extension/',
    'BackInStock\\Klaviyo\\' => __DIR__ . '/../../magento/',
    '' => __DIR__ . '/stand-ins/',
];

error_reporting(E_ALL);
set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
    throw new ErrorException($message, 0, $level, $file, $line);
});

spl_autoload_register(static function (string $class): void {
    foreach (FOLDERS as $prefix => $folder) {
        if ($prefix === '' || str_starts_with($class, $prefix)) {
            $file = $folder . str_replace('\\', '/', substr($class, strlen($prefix))) . '.php';
            if (is_file($file)) {
                require $file;
            }
            return;
        }
    }
});

require __DIR__ . '/stand-ins/functions.php';
