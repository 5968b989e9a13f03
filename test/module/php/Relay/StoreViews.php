<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use Magento\Framework\UrlInterface;
use Magento\Store\Model\StoreManagerInterface;

/**
 * Store views by their ids, the first of which is the current one.
 */
final class StoreViews implements StoreManagerInterface
{
    /**
     * @var array<int, object>
     */
    private array $stores = [];

    /**
     * @param array<int, array{website?: int, active?: bool}> $views by id
     */
    public function __construct(array $views, string $baseUrl, string $secureBaseUrl)
    {
        foreach ($views as $id => $view) {
            $this->stores[$id] = new class ($id, $view, $baseUrl, $secureBaseUrl) {
                public function __construct(
                    private readonly int $id,
                    private readonly array $view,
                    private readonly string $baseUrl,
                    private readonly string $secureBaseUrl
                ) {
                }

                public function getId(): string
                {
                    return (string) $this->id;
                }

                public function getWebsiteId(): string
                {
                    return (string) ($this->view['website'] ?? 1);
                }

                public function getIsActive(): string
                {
                    return ($this->view['active'] ?? true) ? '1' : '0';
                }

                public function getBaseUrl($type = UrlInterface::URL_TYPE_LINK, $secure = null): string
                {
                    return $secure ? $this->secureBaseUrl : $this->baseUrl;
                }
            };
        }
    }

    public function getStore($storeId = null): object
    {
        return $this->stores[$storeId ?? array_key_first($this->stores)];
    }

    /**
     * @return array<int, object>
     */
    public function getStores($withDefault = false, $codeKey = false): array
    {
        return $this->stores;
    }
}
