<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * A text that the widget needs.
 */
class RequiredText extends CheckedValue
{
    /**
     * Reject an empty text.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return $value === '' ? __('"%1" cannot be empty. Write a text.', $this->getSettingName()) : null;
    }
}
