<?php

declare(strict_types=1);

namespace Magento\Framework;

class Registry
{
}
