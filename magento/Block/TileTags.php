<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Block;

use BackInStock\Klaviyo\ViewModel\TileTags as ViewModel;
use Magento\Framework\DataObject\IdentityInterface;
use Magento\Framework\View\Element\Template;

/**
 * Prints the product data of sold-out tiles, and ties the page in the full-page cache to these products and all their
 * children.
 *
 * It stands at the end of the body, where the lists of the page are drawn already.
 */
class TileTags extends Template implements IdentityInterface
{
    /**
     * The product data of each sold-out tile, as JSON.
     *
     * @return string[]
     */
    public function listJson(): array
    {
        $viewModel = $this->getData('view_model');
        return $viewModel instanceof ViewModel
            ? $viewModel->listJson($this->getLayout(), (array) $this->getData('lists'))
            : [];
    }

    /**
     * The cache tags of what is printed.
     *
     * @return string[]
     */
    public function getIdentities()
    {
        $viewModel = $this->getData('view_model');
        return $viewModel instanceof ViewModel
            ? $viewModel->getIdentities($this->getLayout(), (array) $this->getData('lists'))
            : [];
    }
}
