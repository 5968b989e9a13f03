<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Block;

use BackInStock\Klaviyo\ViewModel\ProductTag as ViewModel;
use Magento\Framework\DataObject\IdentityInterface;
use Magento\Framework\View\Element\Template;

/**
 * Prints the product data, and ties the page in the full-page cache to the product and all its children. Magento asks
 * every block of a page for cache tags, also one that has printed nothing.
 */
class ProductTag extends Template implements IdentityInterface
{
    /**
     * The cache tags of what is printed.
     *
     * @return string[]
     */
    public function getIdentities()
    {
        $viewModel = $this->getData('view_model');
        return $viewModel instanceof ViewModel ? $viewModel->getIdentities() : [];
    }
}
