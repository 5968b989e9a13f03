<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\ViewModel;

use BackInStock\Klaviyo\Model\PageProduct;
use BackInStock\Klaviyo\Model\ScriptPages;
use BackInStock\Klaviyo\Model\Texts;
use BackInStock\Klaviyo\Model\ThemeSettings;
use BackInStock\Klaviyo\Model\WidgetConfiguration;
use Magento\Framework\View\Element\Block\ArgumentInterface;

/**
 * Says which button the script will add to the page first, so that the page can keep its place free.
 */
class Placeholder implements ArgumentInterface
{
    /**
     * The class of the hint in the stylesheet of the module, if the merchant has not set other classes.
     */
    private const LINK = 'back-in-stock-link';

    /**
     * @param ScriptPages $scriptPages
     * @param PageProduct $pageProduct
     * @param WidgetConfiguration $widgetConfiguration
     * @param ThemeSettings $themeSettings
     * @param Texts $texts
     */
    public function __construct(
        private readonly ScriptPages $scriptPages,
        private readonly PageProduct $pageProduct,
        private readonly WidgetConfiguration $widgetConfiguration,
        private readonly ThemeSettings $themeSettings,
        private readonly Texts $texts
    ) {
    }

    /**
     * Check whether the page gets the placeholder.
     *
     * The script prefers a placeholder to the selector of the merchant, so there is none if the merchant has set one.
     *
     * @param array<string, mixed> $settings of the theme
     * @return bool
     */
    public function isOn(array $settings = []): bool
    {
        return $this->scriptPages->isIncluded(true, false)
            && $this->pageProduct->hasSoldOut()
            && ($this->describeTrigger($settings)['anchor'] ?? '') === '';
    }

    /**
     * Check whether shoppers can put the product into the cart. A theme can have another place for products that they
     * cannot.
     *
     * @return bool
     */
    public function isSalable(): bool
    {
        $product = $this->pageProduct->find();
        return $product !== null && $product->isSalable();
    }

    /**
     * Get the text and the classes of the button that the script will add first, as long as nothing is chosen.
     *
     * @param array<string, mixed> $settings of the theme
     * @return array{text: string, classes: string}|null null if the merchant does not want a hint
     * @throws \Magento\Framework\Exception\NoSuchEntityException
     */
    public function describeButton(array $settings = []): ?array
    {
        $trigger = $this->describeTrigger($settings);
        $texts = (array) ($this->configure($settings)['texts'] ?? []);
        if ($this->pageProduct->isPartlySoldOut()) {
            return $this->describeHint($trigger, $texts);
        }
        return ['text' => $this->fillIn($texts['trigger'] ?? ''), 'classes' => (string) ($trigger['classes'] ?? '')];
    }

    /**
     * Get the text and the classes of the hint.
     *
     * @param array<string, mixed> $trigger
     * @param array<string, mixed> $texts
     * @return array{text: string, classes: string}|null null if the merchant does not want a hint
     */
    private function describeHint(array $trigger, array $texts): ?array
    {
        $kind = $trigger['hint'] ?? 'link';
        if ($kind === 'none') {
            return null;
        }
        $classes = (string) ($trigger[$kind === 'button' ? 'classes' : 'hintClasses'] ?? '');
        return [
            'text' => $this->fillIn($texts['hint'] ?? $this->texts->listPhrases()['hint']),
            'classes' => $classes ?: self::LINK,
        ];
    }

    /**
     * Fill in the names that the text will have on the page. The length of the text decides how many lines it needs.
     *
     * @param mixed $text
     * @return string
     */
    private function fillIn($text): string
    {
        $product = $this->pageProduct->describe();
        $name = (string) ($product['name'] ?? '');
        $labels = implode(' / ', array_column($product['attributes'] ?? [], 'label')) ?: $name;
        return strtr((string) $text, ['{product_name}' => $name, '{attributes}' => $labels, '{variant}' => $labels]);
    }

    /**
     * Get the settings of the button.
     *
     * @param array<string, mixed> $settings of the theme
     * @return array<string, mixed>
     * @throws \Magento\Framework\Exception\NoSuchEntityException
     */
    private function describeTrigger(array $settings): array
    {
        return (array) ($this->configure($settings)['trigger'] ?? []);
    }

    /**
     * Get the configuration of the script, with the settings of the theme.
     *
     * @param array<string, mixed> $settings of the theme
     * @return array<string, mixed>
     * @throws \Magento\Framework\Exception\NoSuchEntityException
     */
    private function configure(array $settings): array
    {
        $themeSettings = $this->themeSettings->select($settings);
        return array_replace_recursive($this->widgetConfiguration->describe(), $themeSettings);
    }
}
