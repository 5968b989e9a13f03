<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

use BackInStock\Klaviyo\Model\Config\Backend\Hint;
use BackInStock\Klaviyo\Model\Config\Backend\Placement;
use BackInStock\Klaviyo\Model\Config\Backend\RememberDays;
use BackInStock\Klaviyo\Model\Config\Backend\RememberEmail;
use Magento\Framework\UrlInterface;
use Magento\Store\Model\StoreManagerInterface;

/**
 * Builds the configuration of the widget from the settings of the merchant (README, "Settings").
 *
 * The configuration contains every field of the admin that is not empty. It contains other settings only if they differ
 * from the default of the widget.
 */
class WidgetConfiguration
{
    /**
     * The default endpoint of the widget: at the root of the host.
     */
    private const DEFAULT_GRAPHQL = '/graphql';

    /**
     * @param Settings $settings
     * @param Texts $texts
     * @param StoreManagerInterface $storeManager
     * @param UrlInterface $url
     */
    public function __construct(
        private readonly Settings $settings,
        private readonly Texts $texts,
        private readonly StoreManagerInterface $storeManager,
        private readonly UrlInterface $url
    ) {
    }

    /**
     * Build the configuration for the current store view.
     *
     * @return array<string, mixed>
     * @throws \Magento\Framework\Exception\NoSuchEntityException
     */
    public function describe(): array
    {
        $store = $this->storeManager->getStore();
        $placement = $this->settings->getText('button/placement');
        $hint = $this->settings->getText('button/hint');
        return $this->removeEmpty([
            'apiKey' => $this->settings->getApiKey(),
            'store' => (string) $store->getId(),
            'storeCode' => (string) $store->getCode(),
            // Magento translates the texts, so the script needs no file of a language.
            'locale' => 'off',
            ...$this->describeSending(),
            ...$this->describeGraphql(),
            'variantId' => $this->settings->getText('general/variant_id') === 'sku' ? 'sku' : 'id',
            'soldOutSwatches' => $this->settings->isEnabled('pages/sold_out_swatches'),
            'listing' => $this->settings->isEnabled('pages/listing'),
            'newsletterList' => $this->settings->getText('form/newsletter_list'),
            'multiple' => $this->settings->isEnabled('form/multiple'),
            ...$this->describeMemory(),
            'trigger' => $this->removeEmpty([
                'anchor' => $this->settings->getText('button/anchor'),
                // app/etc/env.php can contain anything, and the widget does not start with an unknown choice.
                'placement' => in_array($placement, Placement::CHOICES, true) ? $placement : '',
                'classes' => $this->settings->getText('button/classes'),
                'hideAddToCart' => $this->settings->isEnabled('button/hide_add_to_cart'),
                'hint' => in_array($hint, Hint::CHOICES, true) ? $hint : '',
                'hintClasses' => $this->settings->getText('button/hint_classes'),
            ]),
            'modal' => $this->removeEmpty([
                'image' => $this->settings->isEnabled('form/image'),
                'accent' => $this->settings->getText('colours/accent'),
                'contrast' => $this->settings->getText('colours/contrast'),
                'background' => $this->settings->getText('colours/background'),
                'text' => $this->settings->getText('colours/text'),
                'backdrop' => $this->settings->getText('colours/backdrop'),
            ]),
            'texts' => [...$this->texts->listTranslated(), ...$this->describeTexts()],
        ]);
    }

    /**
     * Get the transport and its settings.
     *
     * @return array<string, string>
     */
    private function describeSending(): array
    {
        return match ($this->settings->getText('general/api')) {
            'client' => ['api' => 'client', 'catalogue' => $this->settings->getText('general/catalogue')],
            'relay' => ['api' => 'relay', 'endpoint' => $this->readPath($this->url->getUrl('back_in_stock/subscribe'))],
            default => ['api' => 'onsite'],
        };
    }

    /**
     * Get what the shopper's browser remembers. Invalid values are left out, so that the widget uses its defaults.
     *
     * @return array<string, int|string>
     */
    private function describeMemory(): array
    {
        $days = $this->settings->getText('form/remember_days');
        $place = $this->settings->getText('form/remember_email');
        return [
            'rememberDays' => RememberDays::isValid($days) ? (int) $days : '',
            'rememberEmail' => in_array($place, RememberEmail::CHOICES, true) ? $place : '',
        ];
    }

    /**
     * Get the path of GraphQL if the shop is not at the root of its host.
     *
     * @return array<string, string>
     * @throws \Magento\Framework\Exception\NoSuchEntityException
     */
    private function describeGraphql(): array
    {
        $root = $this->storeManager->getStore()->getBaseUrl(UrlInterface::URL_TYPE_WEB);
        $path = rtrim($this->readPath($root), '/') . self::DEFAULT_GRAPHQL;
        return $path === self::DEFAULT_GRAPHQL ? [] : ['graphql' => $path];
    }

    /**
     * Get the texts of the admin. The default texts are translated.
     *
     * @return array<string, string>
     */
    private function describeTexts(): array
    {
        $texts = $this->removeEmpty([
            'trigger' => $this->translate('button/text'),
            'headline' => $this->translate('form/headline'),
            'success' => $this->translate('form/success'),
            'newsletter' => $this->translate('form/newsletter'),
            'consent' => $this->translate('form/consent'),
        ]);
        // An empty text means that the form has no such line.
        return [...$texts, 'body' => $this->translate('form/body')];
    }

    /**
     * Remove empty settings, so that the widget uses its defaults.
     *
     * @param array<string, mixed> $settings
     * @return array<string, mixed>
     */
    private function removeEmpty(array $settings): array
    {
        return array_filter($settings, static fn ($value): bool => $value !== '' && $value !== []);
    }

    /**
     * Get a text of the admin in the language of the store view.
     *
     * @param string $path
     * @return string
     */
    private function translate(string $path): string
    {
        $text = $this->settings->getText($path);
        return $text === '' ? '' : (string) __($text);
    }

    /**
     * Get the path of a URL. The path is valid for http and https, and for every host of the shop.
     *
     * @param string $url
     * @return string
     */
    private function readPath(string $url): string
    {
        // phpcs:ignore Magento2.Functions.DiscouragedFunction -- this is a URL of the shop
        return (string) parse_url($url, PHP_URL_PATH);
    }
}
