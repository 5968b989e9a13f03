<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * The position of the button relative to the selected element.
 */
class Placement extends CheckedValue
{
    public const CHOICES = ['after', 'before', 'inside', 'instead'];

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
