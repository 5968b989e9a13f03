<?php

declare(strict_types=1);

namespace Magento\Framework\Model;

use Magento\Framework\Event\ManagerInterface;

/**
 * What every model gets. Tests replace it by a stub.
 */
class Context
{
    public function getEventDispatcher(): ManagerInterface
    {
        throw new \LogicException("A test has to say which one.");
    }
}
