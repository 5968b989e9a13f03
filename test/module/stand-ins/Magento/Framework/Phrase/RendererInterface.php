<?php

declare(strict_types=1);

namespace Magento\Framework\Phrase;

interface RendererInterface
{
    public function render(array $source, array $arguments);
}
