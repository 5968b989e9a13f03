<?php

declare(strict_types=1);

namespace Magento\Framework\Phrase\Renderer;

use Magento\Framework\Phrase;
use Magento\Framework\Phrase\RendererInterface;

/**
 * Translates by the table of Phrase, and fills in the arguments.
 */
class Placeholder implements RendererInterface
{
    public function render(array $source, array $arguments)
    {
        $text = Phrase::$translations[end($source)] ?? end($source);
        foreach (array_values($arguments) as $index => $argument) {
            $text = str_replace('%' . ($index + 1), (string) $argument, $text);
        }
        return $text;
    }
}
