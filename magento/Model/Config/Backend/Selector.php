<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * A CSS selector. If the value is empty, the widget finds the place for the button itself.
 *
 * The widget does not start with a selector that the browser cannot parse. These patterns therefore accept less than
 * browsers do. A test checks in a browser thousands of texts that the patterns match.
 */
class Selector extends CheckedValue
{
    /**
     * Characters that a name can contain behind a backslash, as in .md\:flex.
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
     * A condition: it follows the name of an element, or is used alone.
     */
    private const SIMPLE = '(?:[.#]' . self::NAME . '|' . self::ATTRIBUTE . '|' . self::PSEUDO_CLASS . ')';
    private const NEGATED = ':not\( *(?:' . self::SIMPLE . '|' . self::NAME . ') *\)';
    private const CONDITION = '(?:' . self::SIMPLE . '|' . self::NEGATED . ')';
    private const ELEMENT = '(?:(?:' . self::NAME . '|\*)' . self::CONDITION . '*|' . self::CONDITION . '+)';

    private const PATH = self::ELEMENT . '(?:(?: *[>+\~] *| +)' . self::ELEMENT . ')*';
    private const PATTERN = self::PATH . '(?: *, *' . self::PATH . ')*';

    /**
     * Reject selectors that a browser may not parse.
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
