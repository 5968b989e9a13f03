<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * The classes of the button; empty for those of the module.
 */
class ClassNames extends CheckedValue
{
    /**
     * Refuses a selector and HTML, which are written in the place of names.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return preg_match('/(?:^|\s)[.#]|[<>"\',]/', $value) === 1
            ? __('Write the CSS classes as names with blanks between and without dots, such as action primary.')
            : null;
    }
}
