<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Config\Backend;

use Magento\Framework\App\Config\Value;
use Magento\Framework\Exception\LocalizedException;
use Magento\Framework\Phrase;

/**
 * Base class of settings that are checked before they are saved, in the admin and by `bin/magento config:set`.
 *
 * The widget does not start with an invalid setting, so an invalid value must not be saved.
 */
abstract class CheckedValue extends Value
{
    /**
     * Trim and check the value. Throw an exception with the error message if the value is invalid.
     *
     * @return $this
     * @throws LocalizedException
     */
    public function beforeSave()
    {
        $value = $this->getValue();
        // A value that is imported from a file can be a boolean.
        $value = is_bool($value) ? (int) $value : $value;
        $text = is_scalar($value) ? trim((string) $value) : '';
        $error = $this->findError($text);
        if ($error !== null) {
            throw new LocalizedException($error);
        }
        $this->setValue($text);
        return parent::beforeSave();
    }

    /**
     * Return the error message for an invalid value. It says what to write instead. Return null for a valid value.
     *
     * @param string $value
     * @return Phrase|null
     */
    abstract protected function findError(string $value): ?Phrase;

    /**
     * Return an error message that lists the choices. Return null if the value is one of them.
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
     * Get the label of the setting in the admin, or its path. Several settings can have the same error.
     *
     * Error messages never contain the value: Magento shows messages as HTML.
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
