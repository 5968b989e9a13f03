<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

use Magento\Framework\UrlInterface;
use Magento\Store\Model\StoreManagerInterface;

/**
 * A shop with a single store view, which is its own manager and builds its own addresses.
 */
final class Store implements StoreManagerInterface, UrlInterface
{
    public function __construct(
        private readonly string $root = 'https://shop.example/',
        private readonly string $path = '',
        private readonly string $id = '1',
        private readonly string $code = 'default'
    ) {
    }

    public function getStore($storeId = null): self
    {
        return $this;
    }

    /**
     * @return self[]
     */
    public function getStores($withDefault = false, $codeKey = false): array
    {
        return [$this];
    }

    public function getId(): string
    {
        return $this->id;
    }

    public function getCode(): string
    {
        return $this->code;
    }

    public function getBaseUrl($type = UrlInterface::URL_TYPE_LINK, $secure = null): string
    {
        return $type === UrlInterface::URL_TYPE_WEB ? $this->root : $this->root . $this->path;
    }

    public function getUrl($routePath = null, $routeParams = null): string
    {
        [$route, $rest] = explode('/', $routePath, 2);
        return $this->getBaseUrl() . $this->findFrontName($route) . "/$rest/";
    }

    /**
     * The front name of a route by its id; what is no id is taken for a front name.
     */
    private function findFrontName(string $route): string
    {
        $file = simplexml_load_file(__DIR__ . '/../../../magento/etc/frontend/routes.xml');
        foreach ($file->router->route as $entry) {
            if ((string) $entry['id'] === $route) {
                return (string) $entry['frontName'];
            }
        }
        return $route;
    }
}
