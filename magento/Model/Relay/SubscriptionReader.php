<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use BackInStock\Klaviyo\Model\Settings;
use Magento\Store\Model\StoreManagerInterface;

/**
 * Makes of a form what may be sent to Klaviyo.
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
     * The fields in the order of Klaviyo's document, or the answer to a form that has no right ones.
     *
     * @param array<string, string> $posted
     * @return array<string, string>|Response
     */
    public function read(array $posted): array|Response
    {
        $posted['email'] = $this->emailAddress->clean($posted['email'] ?? '');
        $refused = $this->refuse($posted);
        if ($refused !== null) {
            return $refused;
        }
        // What can be bought now is nothing to wait for: whoever asks for it fills somebody's mailbox.
        $variant = $this->soldOutProducts->findIdentifier($posted['variant'], (int) $posted['store']);
        if ($variant === null) {
            return $this->responseFactory->createInvalidField('variant');
        }
        return [
            // Never what the browser says: with another key this would send for whoever has one.
            'a' => $this->settings->getApiKey(),
            'email' => $posted['email'],
            // As the shop writes it, and not as it was typed: Klaviyo takes what it does not know, and never writes.
            'variant' => $variant,
            'platform' => 'magento_two',
            'store' => $posted['store'],
            ...$this->readNewsletter($posted),
        ];
    }

    /**
     * Refuses a form of which a field is missing or cannot be right.
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
     * Takes every store view of this website.
     *
     * What could not be sent waits in the browser, and goes out on the next page, which may be one in another
     * language. What belongs to the Klaviyo account of another view has to wait for
     * a page of that view, since only there the account is known; the widget keeps what is answered like this.
     *
     * @param array<string, string> $posted
     * @return Response|null
     */
    private function refuseStore(array $posted): ?Response
    {
        $current = $this->storeManager->getStore();
        if ($posted['store'] === (string) $current->getId()) {
            return null;
        }
        foreach ($this->storeManager->getStores() as $store) {
            if ($posted['store'] === (string) $store->getId()) {
                $isNear = $store->getIsActive() && (int) $store->getWebsiteId() === (int) $current->getWebsiteId();
                if ($isNear && ($posted['a'] ?? '') !== $this->settings->getApiKey()) {
                    return $this->responseFactory->createError(409, 'This belongs to another store view.');
                }
                return $isNear ? null : $this->responseFactory->createInvalidField('store');
            }
        }
        return $this->responseFactory->createInvalidField('store');
    }

    /**
     * The newsletter, if the box was ticked for the list that is configured now.
     *
     * Consent to another list is none to this one, and no reason to lose the subscription.
     *
     * @param array<string, string> $posted
     * @return array<string, string>
     */
    private function readNewsletter(array $posted): array
    {
        $list = $this->settings->getText('form/newsletter_list');
        $isMeant = $list !== '' && ($posted['g'] ?? '') === $list
            && ($posted['subscribe_for_newsletter'] ?? '') === 'true';
        return $isMeant ? ['g' => $list, 'subscribe_for_newsletter' => 'true'] : [];
    }
}
