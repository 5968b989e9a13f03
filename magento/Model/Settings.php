<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Store\Model\ScopeInterface;

/**
 * Reads the settings of the current store view (Stores > Configuration > Catalog > Back in stock).
 */
class Settings
{
    /**
     * The prefix of Klaviyo's private API keys. A private key must never appear in a page.
     */
    public const PRIVATE_KEY = '/^pk_/i';

    private const SECTION = 'back_in_stock/';

    /**
     * The settings whose default is yes, as in etc/config.xml.
     */
    private const YES_BY_DEFAULT = ['general/enabled', 'form/image', 'pages/sold_out_swatches'];

    /**
     * The path under which Klaviyo's own extension stores the public API key.
     */
    private const KLAVIYO_EXTENSION_KEY_PATH = 'klaviyo_reclaim_general/general/public_api_key';

    /**
     * @param ScopeConfigInterface $scopeConfig
     */
    public function __construct(private readonly ScopeConfigInterface $scopeConfig)
    {
    }

    /**
     * Check whether the module is enabled and has a public API key.
     *
     * @return bool
     */
    public function isOn(): bool
    {
        return $this->isEnabled('general/enabled') && $this->getApiKey() !== '';
    }

    /**
     * Get the public API key of this module, or the key of Klaviyo's extension, or an empty text.
     *
     * A private key is never returned, no matter where it is configured.
     *
     * @return string
     */
    public function getApiKey(): string
    {
        $key = $this->getText('general/api_key') ?: $this->read(self::KLAVIYO_EXTENSION_KEY_PATH);
        return preg_match(self::PRIVATE_KEY, $key) === 1 ? '' : $key;
    }

    /**
     * Get a text. Magento returns null for a setting that the merchant has cleared; this method returns an empty text.
     *
     * @param string $path group and field, for example "button/text"
     * @return string
     */
    public function getText(string $path): string
    {
        return $this->read(self::SECTION . $path);
    }

    /**
     * Get a whole number greater than 0.
     *
     * The admin and `config:set` save valid numbers only. `app/etc/env.php` and environment variables can contain
     * anything: this method returns the default for everything that is not a whole number from 1 to the maximum.
     *
     * @param string $path
     * @param int $maximum
     * @param int $default
     * @return int
     */
    public function getNumber(string $path, int $maximum, int $default): int
    {
        $text = $this->getText($path);
        return preg_match('/^[1-9]\d{0,8}$/D', $text) === 1 && (int) $text <= $maximum ? (int) $text : $default;
    }

    /**
     * Get a setting that is yes or no.
     *
     * The admin and `config:set` save 1 or 0. `app/etc/env.php` and environment variables can contain anything: this
     * method accepts the usual words for yes and no, and returns the default for everything else.
     *
     * @param string $path
     * @return bool
     */
    public function isEnabled(string $path): bool
    {
        return filter_var($this->getText($path), FILTER_VALIDATE_BOOLEAN, FILTER_NULL_ON_FAILURE)
            ?? in_array($path, self::YES_BY_DEFAULT, true);
    }

    /**
     * Read the value for the current store view, without leading and trailing whitespace.
     *
     * @param string $path
     * @return string
     */
    private function read(string $path): string
    {
        $value = $this->scopeConfig->getValue($path, ScopeInterface::SCOPE_STORE);
        return is_scalar($value) ? trim((string) $value) : '';
    }
}
