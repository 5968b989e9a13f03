<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Store\Model\ScopeInterface;

/**
 * What the merchant has set for the current store view, in Stores > Configuration > Catalog > Back in stock.
 */
class Settings
{
    /**
     * What Klaviyo's private API keys begin with; none may ever stand in a page.
     */
    public const PRIVATE_KEY = '/^pk_/i';

    private const SECTION = 'back_in_stock/';

    /**
     * The settings of yes or no that are yes as long as nobody has set them, as in etc/config.xml.
     */
    private const YES_BY_DEFAULT = ['general/enabled', 'pages/sold_out_swatches'];

    /**
     * Where Klaviyo's own extension keeps the public API key.
     */
    private const KLAVIYO_EXTENSION_KEY_PATH = 'klaviyo_reclaim_general/general/public_api_key';

    /**
     * @param ScopeConfigInterface $scopeConfig
     */
    public function __construct(private readonly ScopeConfigInterface $scopeConfig)
    {
    }

    /**
     * Whether there is anything to print: the module is enabled, and a public API key is known.
     *
     * @return bool
     */
    public function isOn(): bool
    {
        return $this->isEnabled('general/enabled') && $this->getApiKey() !== '';
    }

    /**
     * The public API key: the module's own, else that of Klaviyo's extension; empty when there is none.
     *
     * A private key never goes into a page, whoever has written it there.
     *
     * @return string
     */
    public function getApiKey(): string
    {
        $key = $this->getText('general/api_key') ?: $this->read(self::KLAVIYO_EXTENSION_KEY_PATH);
        return preg_match(self::PRIVATE_KEY, $key) === 1 ? '' : $key;
    }

    /**
     * A setting that is a text. Magento gives null for one that was emptied.
     *
     * @param string $path group and field, for example "button/text"
     * @return string
     */
    public function getText(string $path): string
    {
        return $this->read(self::SECTION . $path);
    }

    /**
     * A setting that is a whole number from 1 on.
     *
     * The admin and `config:set` save no other. In `app/etc/env.php` and in variables of the environment stands what
     * somebody has written there: what is no such number, or too great a one, leaves the default.
     *
     * @param string $path
     * @param int $most
     * @param int $default
     * @return int
     */
    public function getNumber(string $path, int $most, int $default): int
    {
        $text = $this->getText($path);
        return preg_match('/^[1-9]\d{0,8}$/D', $text) === 1 && (int) $text <= $most ? (int) $text : $default;
    }

    /**
     * A setting that is yes or no.
     *
     * The admin and `config:set` save 1 or 0. In `app/etc/env.php` and in variables of the environment stands what
     * somebody has written there: the usual words for yes and no count, and anything else leaves the default.
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
     * A value as the store view has it, without blanks that were pasted with it.
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
