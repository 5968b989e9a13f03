<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Block\Adminhtml;

use BackInStock\Klaviyo\Model\Relay\ProxyNotice;
use Magento\Backend\Block\Template\Context;
use Magento\Config\Block\System\Config\Form\Field;
use Magento\Framework\Data\Form\Element\AbstractElement;

/**
 * The field of the admin for a limit that has no effect as long as the shop does not see who its visitors are.
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
     * Draws the field as it is, and says below its comment when the limit has no effect.
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
