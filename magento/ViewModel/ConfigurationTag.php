<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\ViewModel;

use BackInStock\Klaviyo\Model\ScriptPages;
use BackInStock\Klaviyo\Model\ThemeSettings;
use BackInStock\Klaviyo\Model\WidgetConfiguration;
use Magento\Framework\Serialize\Serializer\JsonHexTag;
use Magento\Framework\View\Element\Block\ArgumentInterface;

/**
 * The widget's configuration for the store view, for the tag `data-back-in-stock-config`.
 */
class ConfigurationTag implements ArgumentInterface
{
    /**
     * @param ScriptPages $scriptPages
     * @param WidgetConfiguration $widgetConfiguration
     * @param ThemeSettings $themeSettings
     * @param JsonHexTag $serializer
     */
    public function __construct(
        private readonly ScriptPages $scriptPages,
        private readonly WidgetConfiguration $widgetConfiguration,
        private readonly ThemeSettings $themeSettings,
        private readonly JsonHexTag $serializer
    ) {
    }

    /**
     * Whether the page gets the widget.
     *
     * @param bool $isForProduct
     * @param bool $isForTiles
     * @return bool
     */
    public function isOn(bool $isForProduct, bool $isForTiles): bool
    {
        return $this->scriptPages->contain($isForProduct, $isForTiles);
    }

    /**
     * The configuration as JSON that cannot end the script element it stands in.
     *
     * @param array<string, mixed> $settings of a theme, laid over those of the admin
     * @return string
     */
    public function getJson(array $settings = []): string
    {
        $configuration = array_replace_recursive(
            $this->widgetConfiguration->describe(),
            $this->themeSettings->select($settings)
        );
        return (string) $this->serializer->serialize($configuration);
    }
}
