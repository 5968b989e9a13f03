<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model;

use BackInStock\Klaviyo\Model\Config\Backend\Placement;
use Magento\Framework\UrlInterface;
use Magento\Store\Model\StoreManagerInterface;

/**
 * What the merchant has set, under the names that the widget has for it (README, "Settings").
 *
 * Everything that the admin has a field for is there, unless it was cleared, and of what it has none for only what
 * differs from the widget's own default.
 */
class WidgetConfiguration
{
    /**
     * Where the widget asks by itself: at the root of the host.
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
     * Describes the configuration of the current store view.
     *
     * @return array<string, mixed>
     */
    public function describe(): array
    {
        $store = $this->storeManager->getStore();
        $placement = $this->settings->getText('button/placement');
        return $this->leaveOutEmpty([
            'apiKey' => $this->settings->getApiKey(),
            'store' => (string) $store->getId(),
            'storeCode' => (string) $store->getCode(),
            ...$this->describeSending(),
            ...$this->describeGraphql(),
            'variantId' => $this->settings->getText('general/variant_id') === 'sku' ? 'sku' : 'id',
            'soldOutSwatches' => $this->settings->isEnabled('pages/sold_out_swatches'),
            'listing' => $this->settings->isEnabled('pages/listing'),
            'newsletterList' => $this->settings->getText('form/newsletter_list'),
            'trigger' => $this->leaveOutEmpty([
                'anchor' => $this->settings->getText('button/anchor'),
                // In app/etc/env.php anything may stand, and the widget does not start with what it does not know.
                'placement' => in_array($placement, Placement::CHOICES, true) ? $placement : '',
                'classes' => $this->settings->getText('button/classes'),
                'hideAddToCart' => $this->settings->isEnabled('button/hide_add_to_cart'),
            ]),
            'modal' => $this->leaveOutEmpty([
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
     * The transport, and the addresses that belong to it.
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
     * Where GraphQL is, in shops that do not live at the root of their host.
     *
     * @return array<string, string>
     */
    private function describeGraphql(): array
    {
        $root = $this->storeManager->getStore()->getBaseUrl(UrlInterface::URL_TYPE_WEB);
        $path = rtrim($this->readPath($root), '/') . self::DEFAULT_GRAPHQL;
        return $path === self::DEFAULT_GRAPHQL ? [] : ['graphql' => $path];
    }

    /**
     * The sentences of the admin, translated where the merchant has left those of the module.
     *
     * @return array<string, string>
     */
    private function describeTexts(): array
    {
        $texts = $this->leaveOutEmpty([
            'trigger' => $this->translate('button/text'),
            'headline' => $this->translate('form/headline'),
            'success' => $this->translate('form/success'),
            'newsletter' => $this->translate('form/newsletter'),
            'consent' => $this->translate('form/consent'),
        ]);
        // The one line that a merchant can do without.
        return [...$texts, 'body' => $this->translate('form/body')];
    }

    /**
     * What was cleared is not printed, so that the widget takes its own default.
     *
     * @param array<string, mixed> $settings
     * @return array<string, mixed>
     */
    private function leaveOutEmpty(array $settings): array
    {
        return array_filter($settings, static fn ($value): bool => $value !== '' && $value !== []);
    }

    /**
     * A sentence of the admin in the language of the store view.
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
     * The path of an address: what stays right when a page is served by http and https, or under several hosts.
     *
     * @param string $address
     * @return string
     */
    private function readPath(string $address): string
    {
        // phpcs:ignore Magento2.Functions.DiscouragedFunction -- the address is the shop's own
        return (string) parse_url($address, PHP_URL_PATH);
    }
}
