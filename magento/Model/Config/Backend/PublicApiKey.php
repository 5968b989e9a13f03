<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use BackInStock\Klaviyo\Model\Settings;
use Magento\Framework\Phrase;

/**
 * Klaviyo's public API key. If the value is empty, the module uses the key of Klaviyo's own extension.
 */
class PublicApiKey extends CheckedValue
{
    /**
     * Reject private keys, which must never appear in a page, and everything that is not a key.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        if (preg_match(Settings::PRIVATE_KEY, $value) === 1) {
            return __('This is a private API key. Write the public one: six letters and digits, such as ABC123.');
        }
        return preg_match('/^[a-z\d]*$/Di', $value) === 1
            ? null
            : __('Write the public API key as Klaviyo shows it: letters and digits alone, such as ABC123.');
    }
}
