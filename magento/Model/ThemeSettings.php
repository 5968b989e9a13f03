<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

/**
 * What a theme may lay over the settings of the admin.
 */
class ThemeSettings
{
    /**
     * A private API key, wherever it stands in a text. Without the digits behind it, it may be the name of a CSS class.
     */
    private const PRIVATE_KEY = '/pk_[a-z\d]{12,}/i';

    /**
     * What the server has to know too, so that only the admin can say it: which SKUs the product data hold, and by what
     * name the relay looks products up.
     */
    private const OF_THE_ADMIN = ['variantId' => null];

    /**
     * Leaves out what must not stand in a page.
     *
     * @param array<string, mixed> $settings
     * @return array<string, mixed>
     */
    public function select(array $settings): array
    {
        $key = $settings['apiKey'] ?? '';
        if (!is_string($key) || stripos($key, 'pk_') !== false) {
            unset($settings['apiKey']);
        }
        return $this->leaveOutPrivateKeys(array_diff_key($settings, self::OF_THE_ADMIN));
    }

    /**
     * Leaves out every text that holds a private key, also below names that the widget does not know.
     *
     * @param array<int|string, mixed> $settings
     * @return array<int|string, mixed>
     */
    private function leaveOutPrivateKeys(array $settings): array
    {
        $left = [];
        foreach ($settings as $name => $value) {
            if (is_array($value)) {
                $left[$name] = $this->leaveOutPrivateKeys($value);
            } elseif (!is_string($value) || preg_match(self::PRIVATE_KEY, $value) !== 1) {
                $left[$name] = $value;
            }
        }
        return $left;
    }
}
