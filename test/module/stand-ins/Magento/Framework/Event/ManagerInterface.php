<?php

declare(strict_types=1);

namespace Magento\Framework\Event;

interface ManagerInterface
{
    public function dispatch($eventName, array $data = []);
}
