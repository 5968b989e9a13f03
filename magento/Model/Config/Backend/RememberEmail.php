<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * Where the shopper's browser remembers the e-mail address.
 */
class RememberEmail extends CheckedValue
{
    public const CHOICES = ['session', 'local', 'off'];

    /**
     * Reject values that the widget does not support.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return $this->findChoiceError($value, self::CHOICES);
    }
}
