<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * A CSS selector; empty for the place that the widget finds by itself.
 *
 * The widget does not start with one that the browser cannot read. So less is accepted here than there: a test gives
 * a browser thousands of texts that these patterns match.
 */
class Selector extends CheckedValue
{
    /**
     * Signs that names may have behind a backslash, as in .md\:flex.
     */
    private const ESCAPED = '\\\\[!%&()*+,.\/:=@\[\]]';
    private const NAME = '-?(?:[a-z_]|' . self::ESCAPED . ')(?:[\w-]|' . self::ESCAPED . ')*';
    private const QUOTED = '(?:"[^"\\\\<>{}\n]*"|\'[^\'\\\\<>{}\n]*\')';

    /**
     * [name], [name=value], [name^="value"]
     */
    private const ATTRIBUTE = '\[ *' . self::NAME
        . '(?: *[\~|^$*]?= *(?:' . self::NAME . '|' . self::QUOTED . '))? *\]';

    private const COUNTED = ':nth-(?:last-)?(?:child|of-type)\( *(?:odd|even|\d{1,4}|\d{0,4}n(?: *\+ *\d{1,4})?) *\)';
    private const PSEUDO_CLASS = ':(?:first|last|only)-(?:child|of-type)|:empty|' . self::COUNTED;

    /**
     * What may follow the name of an element, or stand alone.
     */
    private const SIMPLE = '(?:[.#]' . self::NAME . '|' . self::ATTRIBUTE . '|' . self::PSEUDO_CLASS . ')';
    private const NEGATED = ':not\( *(?:' . self::SIMPLE . '|' . self::NAME . ') *\)';
    private const CONDITION = '(?:' . self::SIMPLE . '|' . self::NEGATED . ')';
    private const ELEMENT = '(?:(?:' . self::NAME . '|\*)' . self::CONDITION . '*|' . self::CONDITION . '+)';

    private const PATH = self::ELEMENT . '(?:(?: *[>+\~] *| +)' . self::ELEMENT . ')*';
    private const PATTERN = self::PATH . '(?: *, *' . self::PATH . ')*';

    /**
     * Refuses what some browser might not read.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return $value === '' || preg_match('~^' . self::PATTERN . '$~Di', $value) === 1
            ? null
            : __('Write the place as a CSS selector, such as .product-info-price or #product-addtocart-button.');
    }
}
