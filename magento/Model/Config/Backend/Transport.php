<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * The transport of subscriptions.
 */
class Transport extends CheckedValue
{
    public const CHOICES = ['onsite', 'client', 'relay'];

    /**
     * Reject transports that the widget does not have.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return $this->findChoiceError($value, self::CHOICES);
    }
}
