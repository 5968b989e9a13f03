<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * How the button stands to its place.
 */
class Placement extends CheckedValue
{
    public const CHOICES = ['after', 'before', 'inside', 'instead'];

    /**
     * Refuses what is no placement of the widget.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return $this->findChoiceError($value, self::CHOICES);
    }
}
