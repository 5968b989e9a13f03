<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * A switch. Magento itself would take any text for yes, "no" and "false" too.
 */
class YesOrNo extends CheckedValue
{
    public const CHOICES = ['0', '1'];

    /**
     * Refuses every other text.
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
