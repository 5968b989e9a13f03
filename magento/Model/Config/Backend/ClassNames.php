<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * The CSS classes of the button. If the value is empty, the widget uses its default classes.
 */
class ClassNames extends CheckedValue
{
    /**
     * Reject selectors and HTML, which merchants may write instead of class names.
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
