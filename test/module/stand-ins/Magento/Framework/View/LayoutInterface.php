<?php

declare(strict_types=1);

namespace Magento\Framework\View;

interface LayoutInterface
{
    public function getBlock($name);
}
