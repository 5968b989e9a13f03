<?php

declare(strict_types=1);

namespace Magento\Framework;

interface UrlInterface
{
    public const URL_TYPE_LINK = 'link';
    public const URL_TYPE_WEB = 'web';

    public function getUrl($routePath = null, $routeParams = null);
}
