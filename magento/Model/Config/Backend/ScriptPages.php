<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * The pages that load the script.
 */
class ScriptPages extends CheckedValue
{
    public const CHOICES = ['sold_out', 'products', 'every'];

    /**
     * Reject values that are not one of the choices.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return $this->findChoiceError($value, self::CHOICES);
    }
}
