<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * The identifier of a product in Klaviyo's catalogue: entity id or SKU.
 */
class ProductIdentifier extends CheckedValue
{
    public const CHOICES = ['id', 'sku'];

    /**
     * Reject values that are not an identifier.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return $this->findChoiceError($value, self::CHOICES);
    }
}
