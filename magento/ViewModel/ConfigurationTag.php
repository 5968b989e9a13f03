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
 * The widget's configuration for the store view, for the tag `data-back-in-stock-config`.
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
     * Whether the page gets the widget.
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
     * The mark of the page, for the tag.
     *
     * @return string
     */
    public function getMark(): string
    {
        return $this->mark->getText();
    }

    /**
     * The attributes of the script's own tag.
     *
     * These are the mark of the page, the address of the form's file, which merged JavaScript files cannot be told
     * from, and where a theme sets another endpoint, that. The script takes addresses on another host from its own tag
     * only, which no HTML of reviews or content can imitate.
     *
     * @param string $formUrl unless a theme sets another one
     * @param array<string, mixed> $settings of a theme
     * @return array<string, string>
     */
    public function listAttributes(string $formUrl, array $settings = []): array
    {
        $ofTheme = $this->themeSettings->select($settings);
        $addresses = array_filter(
            [
                'data-form-url' => $ofTheme['formUrl'] ?? $formUrl,
                'data-endpoint' => $ofTheme['endpoint'] ?? '',
            ],
            static fn ($address): bool => is_string($address) && $address !== ''
        );
        // Magento makes the tag by sprintf(), for which a % stands for something else.
        return ['data-mark' => $this->getMark()] + str_replace('%', '%%', $addresses);
    }

    /**
     * The configuration as JSON that cannot end the script element it stands in.
     *
     * @param array<string, mixed> $settings of a theme, laid over those of the admin
     * @return string
     */
    public function getJson(array $settings = []): string
    {
        $ofTheme = $this->themeSettings->select($settings);
        unset($ofTheme['endpoint'], $ofTheme['formUrl']);
        $configuration = array_replace_recursive($this->widgetConfiguration->describe(), $ofTheme);
        return (string) $this->serializer->serialize($configuration);
    }
}
