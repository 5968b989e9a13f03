<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * What the page shows before the choice is complete.
 */
class Hint extends CheckedValue
{
    public const CHOICES = ['link', 'button', 'none'];

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
