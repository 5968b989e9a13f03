<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\App\Config\Value;
use Magento\Framework\Exception\LocalizedException;
use Magento\Framework\Phrase;

/**
 * A setting that is looked at before it is saved, in the admin and by `bin/magento config:set`.
 *
 * The widget does not start with a setting that cannot be right, so such a one must not reach a page.
 */
abstract class CheckedValue extends Value
{
    /**
     * Saves the value without the blanks around it, or says what to write instead.
     *
     * @return $this
     * @throws LocalizedException
     */
    public function beforeSave()
    {
        $value = $this->getValue();
        // What is imported from a file may be true or false.
        $value = is_bool($value) ? (int) $value : $value;
        $text = is_scalar($value) ? trim((string) $value) : '';
        $advice = $this->findError($text);
        if ($advice !== null) {
            throw new LocalizedException($advice);
        }
        $this->setValue($text);
        return parent::beforeSave();
    }

    /**
     * What to write instead of this value; null when it is right.
     *
     * @param string $value
     * @return Phrase|null
     */
    abstract protected function findError(string $value): ?Phrase;

    /**
     * The choices there are, for a value that is none of them.
     *
     * @param string $value
     * @param string[] $choices
     * @return Phrase|null
     */
    protected function findChoiceError(string $value, array $choices): ?Phrase
    {
        return in_array($value, $choices, true)
            ? null
            : __('Write the setting "%1" as one of these: %2.', $this->getSettingName(), implode(', ', $choices));
    }

    /**
     * What the admin calls this setting, since several may have the same mistake.
     *
     * The value itself is never repeated: Magento shows messages as HTML.
     *
     * @return string
     */
    protected function getSettingName(): string
    {
        $field = $this->getData('field_config');
        $label = is_array($field) ? (string) ($field['label'] ?? '') : '';
        return $label === '' ? (string) $this->getPath() : (string) __($label);
    }
}
