<?php

declare(strict_types=1);

namespace Magento\Framework\View\Asset;

/**
 * Knows the URL of a file of a module, after the deployment of static files.
 */
class Repository
{
    /**
     * @param string $fileId
     * @param array<string, mixed> $params
     */
    public function getUrlWithParams($fileId, array $params)
    {
        $host = ($params['_secure'] ? 'https' : 'http') . '://shop.example';
        return "$host/static/version1/frontend/Magento/luma/en_US/" . str_replace('::', '/', $fileId);
    }
}
