<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * The id of a list in Klaviyo; empty for none.
 */
class ListId extends CheckedValue
{
    /**
     * Refuses names and addresses of lists.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return preg_match('/^[a-z\d]*$/Di', $value) === 1
            ? null
            : __('Write the ID of the newsletter list as Klaviyo shows it: letters and digits alone, such as XyZ987.');
    }
}
