<?php

declare(strict_types=1);

namespace Magento\Backend\Block\Template;

use Magento\Framework\Escaper;

/**
 * What every block of the admin gets.
 */
class Context
{
    public function getEscaper()
    {
        return new Escaper();
    }
}
