<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Block;

use BackInStock\Klaviyo\ViewModel\TileTags as ViewModel;
use Magento\Framework\DataObject\IdentityInterface;
use Magento\Framework\View\Element\Template;

/**
 * Renders the product data of the sold-out products in lists ("tiles"), and adds the cache tags of these products and
 * their children to the page.
 *
 * The block is at the end of the body, so that Magento has already loaded the lists of the page.
 */
class TileTags extends Template implements IdentityInterface
{
    /**
     * List the product data of each sold-out tile, as JSON.
     *
     * @return string[]
     * @throws \Magento\Framework\Exception\LocalizedException before the block has its layout
     */
    public function listJson(): array
    {
        $viewModel = $this->getData('view_model');
        return $viewModel instanceof ViewModel
            ? $viewModel->listJson($this->getLayout(), (array) $this->getData('lists'))
            : [];
    }

    /**
     * Return the cache tags of the sold-out tiles.
     *
     * @return string[]
     * @throws \Magento\Framework\Exception\LocalizedException before the block has its layout
     */
    public function getIdentities()
    {
        $viewModel = $this->getData('view_model');
        return $viewModel instanceof ViewModel
            ? $viewModel->getIdentities($this->getLayout(), (array) $this->getData('lists'))
            : [];
    }
}
