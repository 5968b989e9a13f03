<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use BackInStock\Klaviyo\Model\Settings;
use Magento\Store\Model\StoreManagerInterface;

/**
 * Checks a form and creates the fields for Klaviyo.
 */
class SubscriptionReader
{
    private const REQUIRED = ['email', 'variant', 'store'];

    /**
     * @param Settings $settings
     * @param StoreManagerInterface $storeManager
     * @param EmailAddress $emailAddress
     * @param SoldOutProducts $soldOutProducts
     * @param ResponseFactory $responseFactory
     */
    public function __construct(
        private readonly Settings $settings,
        private readonly StoreManagerInterface $storeManager,
        private readonly EmailAddress $emailAddress,
        private readonly SoldOutProducts $soldOutProducts,
        private readonly ResponseFactory $responseFactory
    ) {
    }

    /**
     * Return the fields in the order of Klaviyo's documentation, or an error response if the form is invalid.
     *
     * @param array<string, string> $posted
     * @return array<string, string>|Response
     * @throws \Magento\Framework\Exception\NoSuchEntityException
     */
    public function read(array $posted): array|Response
    {
        $posted['email'] = $this->emailAddress->clean($posted['email'] ?? '');
        $refused = $this->refuse($posted);
        if ($refused !== null) {
            return $refused;
        }
        // A subscription to a product in stock would send an e-mail at once, so it could be used to flood a mailbox.
        $variant = $this->soldOutProducts->findIdentifier($posted['variant'], (int) $posted['store']);
        if ($variant === null) {
            return $this->responseFactory->createInvalidField('variant');
        }
        return [
            // Never the key from the request: the relay must not send for other Klaviyo accounts.
            'a' => $this->settings->getApiKey(),
            'email' => $posted['email'],
            // The identifier from the database: Klaviyo accepts an unknown one and never sends an alert.
            'variant' => $variant,
            'platform' => 'magento_two',
            'store' => $posted['store'],
            ...$this->readNewsletter($posted),
        ];
    }

    /**
     * Refuse a form with a missing or invalid field.
     *
     * @param array<string, string> $posted
     * @return Response|null
     */
    private function refuse(array $posted): ?Response
    {
        foreach (self::REQUIRED as $field) {
            if (($posted[$field] ?? '') === '') {
                return $this->responseFactory->createMissingField($field);
            }
        }
        if (!$this->emailAddress->isPlausible($posted['email'])) {
            return $this->responseFactory->createInvalidEmail();
        }
        return $this->refuseStore($posted);
    }

    /**
     * Accept every store view of the current website.
     *
     * The widget stores a subscription that it cannot send, and sends it from a later page, possibly of another store
     * view. If that store view uses another Klaviyo account, the relay refuses the subscription with a status that
     * makes the widget keep it until the shopper opens a page of the right store view.
     *
     * @param array<string, string> $posted
     * @return Response|null
     * @throws \Magento\Framework\Exception\NoSuchEntityException
     */
    private function refuseStore(array $posted): ?Response
    {
        $current = $this->storeManager->getStore();
        if ($posted['store'] === (string) $current->getId()) {
            return null;
        }
        foreach ($this->storeManager->getStores() as $store) {
            if ($posted['store'] === (string) $store->getId()) {
                $isOfWebsite = $store->getIsActive() && (int) $store->getWebsiteId() === (int) $current->getWebsiteId();
                if ($isOfWebsite && ($posted['a'] ?? '') !== $this->settings->getApiKey()) {
                    return $this->responseFactory->createError(409, 'This belongs to another store view.');
                }
                return $isOfWebsite ? null : $this->responseFactory->createInvalidField('store');
            }
        }
        return $this->responseFactory->createInvalidField('store');
    }

    /**
     * Return the fields for the newsletter if the shopper has ticked the checkbox for the configured list.
     *
     * If the list has changed since, the shopper has not agreed to the new one. The subscription is sent without it.
     *
     * @param array<string, string> $posted
     * @return array<string, string>
     */
    private function readNewsletter(array $posted): array
    {
        $list = $this->settings->getText('form/newsletter_list');
        $isSubscribed = $list !== '' && ($posted['g'] ?? '') === $list
            && ($posted['subscribe_for_newsletter'] ?? '') === 'true';
        return $isSubscribed ? ['g' => $list, 'subscribe_for_newsletter' => 'true'] : [];
    }
}
