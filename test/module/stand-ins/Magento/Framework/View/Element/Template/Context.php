<?php

declare(strict_types=1);

namespace Magento\Framework\View\Element\Template;

use Magento\Framework\App\Request\Http;
use Magento\Framework\View\Asset\Repository;
use Magento\Framework\View\Page\Config;

/**
 * What every block gets. Magento's blocks use the event manager and the configuration when they are rendered; the
 * blocks of the tests do not.
 */
class Context
{
    public function __construct(private readonly Config $pageConfig)
    {
    }

    public function getPageConfig()
    {
        return $this->pageConfig;
    }

    public function getAssetRepository()
    {
        return new Repository();
    }

    public function getRequest()
    {
        return new Http(['HTTPS' => 'on']);
    }

    public function getEventManager()
    {
        throw new \LogicException('A test has to say which one.');
    }

    public function getScopeConfig()
    {
        throw new \LogicException('A test has to say which one.');
    }
}
