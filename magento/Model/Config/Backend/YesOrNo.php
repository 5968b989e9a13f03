<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * A setting that is yes or no. Magento itself accepts any text as yes, even "no" and "false".
 */
class YesOrNo extends CheckedValue
{
    public const CHOICES = ['0', '1'];

    /**
     * Reject everything but 0 and 1.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return in_array($value, self::CHOICES, true)
            ? null
            : __('Write the setting "%1" as 1 for yes or 0 for no.', $this->getSettingName());
    }
}
