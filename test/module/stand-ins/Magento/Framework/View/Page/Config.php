<?php

declare(strict_types=1);

namespace Magento\Framework\View\Page;

/**
 * Remembers the assets of a page.
 */
class Config
{
    /**
     * @var array<string, array>
     */
    public array $assets = [];

    public function addPageAsset($file, array $properties = [], $name = null): self
    {
        $this->assets[$file] = $properties;
        return $this;
    }
}
