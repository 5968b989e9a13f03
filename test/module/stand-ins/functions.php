<?php

declare(strict_types=1);

use Magento\Framework\Phrase;

/**
 * app/functions.php of Magento.
 */
function __(string $text, mixed ...$arguments): Phrase
{
    return new Phrase($text, $arguments);
}
