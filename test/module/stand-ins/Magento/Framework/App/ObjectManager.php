<?php

declare(strict_types=1);

namespace Magento\Framework\App;

use Magento\Framework\ObjectManagerInterface;

/**
 * Magento's own blocks of the admin create optional dependencies with it. The blocks of the tests have none.
 */
class ObjectManager
{
    public static function setInstance(ObjectManagerInterface $objectManager)
    {
    }
}
