<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

/**
 * Filters the settings that a theme may set in its layout, which override those of the admin.
 */
class ThemeSettings
{
    /**
     * A private API key anywhere in a text. A shorter text that begins with pk_ may be a CSS class.
     */
    private const PRIVATE_KEY = '/pk_[a-z\d]{12,}/i';

    /**
     * Settings that only the admin can set, because the server uses them too: they decide whether the product data
     * contain SKUs, and how the relay finds products.
     */
    private const ADMIN_ONLY = ['variantId' => null];

    /**
     * Remove everything that must not appear in a page.
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
        return $this->removePrivateKeys(array_diff_key($settings, self::ADMIN_ONLY));
    }

    /**
     * Remove every text that contains a private key, even under names that the widget does not know.
     *
     * @param array<int|string, mixed> $settings
     * @return array<int|string, mixed>
     */
    private function removePrivateKeys(array $settings): array
    {
        $allowed = [];
        foreach ($settings as $name => $value) {
            if (is_array($value)) {
                $allowed[$name] = $this->removePrivateKeys($value);
            } elseif (!is_string($value) || preg_match(self::PRIVATE_KEY, $value) !== 1) {
                $allowed[$name] = $value;
            }
        }
        return $allowed;
    }
}
