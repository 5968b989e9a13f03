<?php

declare(strict_types=1);

namespace Magento\Catalog\Model\Product\Attribute\Source;

class Status
{
    public const STATUS_ENABLED = 1;
    public const STATUS_DISABLED = 2;
}
