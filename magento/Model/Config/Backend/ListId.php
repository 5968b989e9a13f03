<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * The id of a Klaviyo list. If the value is empty, the form has no newsletter checkbox.
 */
class ListId extends CheckedValue
{
    /**
     * Reject names and URLs of lists.
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
