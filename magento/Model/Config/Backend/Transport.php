<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * How sign-ups are sent.
 */
class Transport extends CheckedValue
{
    public const CHOICES = ['onsite', 'client', 'relay'];

    /**
     * Refuses what is no transport of the widget.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return $this->findChoiceError($value, self::CHOICES);
    }
}
