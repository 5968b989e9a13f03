<?php

declare(strict_types=1);

namespace Magento\Config\Block\System\Config\Form;

use Magento\Backend\Block\Template\Context;
use Magento\Framework\Data\Form\Element\AbstractElement;

/**
 * A row of the configuration: Magento prints its comment as HTML.
 */
class Field
{
    public function __construct(private readonly Context $context, array $data = [])
    {
    }

    public function escapeHtml($data, $allowedTags = null)
    {
        return $this->context->getEscaper()->escapeHtml($data, $allowedTags);
    }

    public function render(AbstractElement $element)
    {
        return '<p class="note"><span>' . $element->getData('comment') . '</span></p>';
    }
}
