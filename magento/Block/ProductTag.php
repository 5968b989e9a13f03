<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Block;

use BackInStock\Klaviyo\ViewModel\ProductTag as ViewModel;
use Magento\Framework\DataObject\IdentityInterface;
use Magento\Framework\View\Element\Template;

/**
 * Renders the product data, and adds the cache tags of the product and all its children to the page. Magento collects
 * the cache tags of all blocks, including blocks that have rendered nothing.
 */
class ProductTag extends Template implements IdentityInterface
{
    /**
     * Return the cache tags of the product and its children.
     *
     * @return string[]
     */
    public function getIdentities()
    {
        $viewModel = $this->getData('view_model');
        return $viewModel instanceof ViewModel ? $viewModel->getIdentities() : [];
    }
}
