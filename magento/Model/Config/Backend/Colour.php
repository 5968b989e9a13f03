<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\Phrase;

/**
 * A colour of the form. If the value is empty, the widget uses its default colour.
 *
 * The widget does not start with a colour that the browser does not support. These patterns therefore accept less than
 * browsers do. A test checks in a browser thousands of texts that the patterns match.
 */
class Colour extends CheckedValue
{
    private const NUMBER = '(?:\d{1,3}(?:\.\d{1,4})?|\.\d{1,4})';
    private const PERCENT = self::NUMBER . '%';
    private const COMMA = ' *, *';

    /**
     * #19c, #1979c3, and both with an alpha channel.
     */
    private const HEX = '#(?:[0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})';

    /**
     * The alpha channel: 0.5 or 50%.
     */
    private const ALPHA = '(?:' . self::COMMA . self::NUMBER . '%?)?';
    private const ALPHA_BY_SLASH = '(?: *\/ *' . self::NUMBER . '%?)?';

    /**
     * rgb(25, 121, 195), or with spaces instead of commas, which browsers have supported since 2018.
     */
    private const RGB = 'rgba?\( *(?:'
        . self::NUMBER . '(?:' . self::COMMA . self::NUMBER . '){2}' . self::ALPHA . '|'
        . self::PERCENT . '(?:' . self::COMMA . self::PERCENT . '){2}' . self::ALPHA . '|'
        . self::NUMBER . '(?: +' . self::NUMBER . '){2}' . self::ALPHA_BY_SLASH . '|'
        . self::PERCENT . '(?: +' . self::PERCENT . '){2}' . self::ALPHA_BY_SLASH . ') *\)';

    /**
     * hsl(206, 77%, 43%), or with spaces instead of commas.
     */
    private const HSL = 'hsla?\( *' . self::NUMBER . '(?:deg)?(?:'
        . '(?:' . self::COMMA . self::PERCENT . '){2}' . self::ALPHA . '|'
        . '(?: +' . self::PERCENT . '){2}' . self::ALPHA_BY_SLASH . ') *\)';

    private const PATTERN = '(?:' . self::HEX . '|' . self::RGB . '|' . self::HSL . ')';

    /**
     * Reject colours that a browser may not support.
     *
     * @param string $value
     * @return Phrase|null
     */
    protected function findError(string $value): ?Phrase
    {
        return $value === '' || preg_match('~^' . self::PATTERN . '$~Di', $value) === 1
            ? null
            : __('Write the colour "%1" as #1979c3, rgb(25, 121, 195) or hsl(206, 77%, 43%).', $this->getSettingName());
    }
}
