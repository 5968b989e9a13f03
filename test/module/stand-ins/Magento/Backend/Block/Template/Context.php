<?php

declare(strict_types=1);

namespace Magento\Backend\Block\Template;

/**
 * What every block of the admin gets.
 */
class Context
{
}
