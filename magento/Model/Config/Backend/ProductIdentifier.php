<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * What Klaviyo calls a product.
 */
class ProductIdentifier extends CheckedValue
{
    public const CHOICES = ['id', 'sku'];

    /**
     * Refuses what Klaviyo has no names by.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return $this->findChoiceError($value, self::CHOICES);
    }
}
