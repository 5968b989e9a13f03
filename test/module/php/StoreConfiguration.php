<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Store\Model\ScopeInterface;

/**
 * The configuration of a store view: the module's `config.xml`, with what a merchant has set laid over it.
 */
final class StoreConfiguration implements ScopeConfigInterface
{
    /**
     * @var array<string, string|null>
     */
    private array $values;

    /**
     * @param array<string, string|null> $set by path, for example "back_in_stock/general/api_key"
     */
    public function __construct(array $set = [])
    {
        $this->values = [...self::readDefaults(), ...$set];
    }

    public function getValue($path, $scopeType = self::SCOPE_TYPE_DEFAULT, $scopeCode = null): ?string
    {
        return $scopeType === ScopeInterface::SCOPE_STORE ? $this->values[$path] ?? null : null;
    }

    public function isSetFlag($path, $scopeType = self::SCOPE_TYPE_DEFAULT, $scopeCode = null): bool
    {
        return (bool) $this->getValue($path, $scopeType, $scopeCode);
    }

    /**
     * @return array<string, string>
     */
    private static function readDefaults(): array
    {
        $values = [];
        $file = simplexml_load_file(__DIR__ . '/../../../magento/etc/config.xml');
        foreach ($file->default->children() as $section => $groups) {
            foreach ($groups->children() as $group => $fields) {
                foreach ($fields->children() as $field => $value) {
                    $values["$section/$group/$field"] = (string) $value;
                }
            }
        }
        return $values;
    }
}
