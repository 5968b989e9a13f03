<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Block\Adminhtml;

use BackInStock\Klaviyo\Model\Relay\ProxyNotice;
use Magento\Backend\Block\Template\Context;
use Magento\Config\Block\System\Config\Form\Field;
use Magento\Framework\Data\Form\Element\AbstractElement;

/**
 * Renders the field "Sign-ups per Minute and Address" in the admin, with a notice if the limit has no effect.
 */
class RequestsPerMinute extends Field
{
    /**
     * @param Context $context
     * @param ProxyNotice $proxyNotice
     * @param array<string, mixed> $data
     */
    public function __construct(Context $context, private readonly ProxyNotice $proxyNotice, array $data = [])
    {
        parent::__construct($context, $data);
    }

    /**
     * Render the field. Append a notice to its comment if the server sees the address of a proxy only.
     *
     * @param AbstractElement $element
     * @return string
     */
    public function render(AbstractElement $element)
    {
        if ($this->proxyNotice->isRaised()) {
            $notice = $this->escapeHtml(__(
                'It has no effect now: this server sees the private address of a proxy, and not those of shoppers.'
            ));
            $element->setData('comment', $element->getData('comment') . "<br><strong>$notice</strong>");
        }
        return parent::render($element);
    }
}
