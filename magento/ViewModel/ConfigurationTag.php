<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\ViewModel;

use BackInStock\Klaviyo\Model\Mark;
use BackInStock\Klaviyo\Model\ScriptPages;
use BackInStock\Klaviyo\Model\ThemeSettings;
use BackInStock\Klaviyo\Model\WidgetConfiguration;
use Magento\Framework\Serialize\Serializer\JsonHexTag;
use Magento\Framework\View\Element\Block\ArgumentInterface;

/**
 * Provides the configuration of the widget for the tag `data-back-in-stock-config`.
 */
class ConfigurationTag implements ArgumentInterface
{
    /**
     * @param ScriptPages $scriptPages
     * @param WidgetConfiguration $widgetConfiguration
     * @param ThemeSettings $themeSettings
     * @param JsonHexTag $serializer
     * @param Mark $mark
     */
    public function __construct(
        private readonly ScriptPages $scriptPages,
        private readonly WidgetConfiguration $widgetConfiguration,
        private readonly ThemeSettings $themeSettings,
        private readonly JsonHexTag $serializer,
        private readonly Mark $mark
    ) {
    }

    /**
     * Check whether the page gets the widget.
     *
     * @param bool $isForProduct
     * @param bool $isForTiles
     * @return bool
     */
    public function isOn(bool $isForProduct, bool $isForTiles): bool
    {
        return $this->scriptPages->isIncluded($isForProduct, $isForTiles);
    }

    /**
     * Check whether sold-out products in lists get buttons, so that the page keeps their places free.
     *
     * @return bool
     */
    public function hasTileButtons(): bool
    {
        return $this->scriptPages->hasTileButtons();
    }

    /**
     * Get the token of the page, for the attribute `data-mark`.
     *
     * @return string
     * @throws \Magento\Framework\Exception\LocalizedException
     */
    public function getMark(): string
    {
        return $this->mark->getText();
    }

    /**
     * List the attributes of the script tag.
     *
     * These are the token of the page, the URL of the second file, and the endpoint if a theme sets one. The script
     * cannot derive the URL of the second file from its own URL if Magento merges JavaScript files. The script reads
     * URLs on other hosts from its own tag only, which HTML of reviews or content blocks cannot imitate.
     *
     * @param string $formUrl the URL of the second file, which a theme can override
     * @param array<string, mixed> $settings of the theme
     * @return array<string, string>
     * @throws \Magento\Framework\Exception\LocalizedException
     */
    public function listAttributes(string $formUrl, array $settings = []): array
    {
        $themeSettings = $this->themeSettings->select($settings);
        $urls = array_filter(
            [
                'data-form-url' => $themeSettings['formUrl'] ?? $formUrl,
                'data-endpoint' => $themeSettings['endpoint'] ?? '',
            ],
            static fn ($url): bool => is_string($url) && $url !== ''
        );
        // Magento formats the tag with sprintf(), so a percent sign has to be escaped.
        return ['data-mark' => $this->getMark()] + str_replace('%', '%%', $urls);
    }

    /**
     * Get the configuration as JSON that cannot close the script element.
     *
     * @param array<string, mixed> $settings of the theme, which override those of the admin
     * @return string
     * @throws \Magento\Framework\Exception\NoSuchEntityException
     * @throws \InvalidArgumentException if the configuration cannot be converted to JSON
     */
    public function getJson(array $settings = []): string
    {
        $themeSettings = $this->themeSettings->select($settings);
        unset($themeSettings['endpoint'], $themeSettings['formUrl']);
        $configuration = array_replace_recursive($this->widgetConfiguration->describe(), $themeSettings);
        return (string) $this->serializer->serialize($configuration);
    }
}
