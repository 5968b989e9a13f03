<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use BackInStock\Klaviyo\Model\Settings;
use Magento\Framework\App\Request\Http as Request;
use Psr\Log\LoggerInterface;

/**
 * Forwards subscriptions to Klaviyo, for shoppers whose browsers block requests to other hosts than the shop.
 *
 * Everybody who can reach the shop can send requests to the relay. See SECURITY.md, "What a relay has to do".
 */
class Relay
{
    /**
     * @param Settings $settings
     * @param OriginCheck $originCheck
     * @param FormReader $formReader
     * @param RequestLimit $requestLimit
     * @param SubscriptionReader $subscriptionReader
     * @param ConcurrencyLimit $concurrencyLimit
     * @param KlaviyoClient $klaviyoClient
     * @param ResponseFactory $responseFactory
     * @param LoggerInterface $logger
     */
    public function __construct(
        private readonly Settings $settings,
        private readonly OriginCheck $originCheck,
        private readonly FormReader $formReader,
        private readonly RequestLimit $requestLimit,
        private readonly SubscriptionReader $subscriptionReader,
        private readonly ConcurrencyLimit $concurrencyLimit,
        private readonly KlaviyoClient $klaviyoClient,
        private readonly ResponseFactory $responseFactory,
        private readonly LoggerInterface $logger
    ) {
    }

    /**
     * Check whether the relay is enabled for the current store view.
     *
     * @return bool
     */
    public function isOn(): bool
    {
        try {
            return $this->settings->isOn() && $this->settings->getText('general/api') === 'relay';
        } catch (\Throwable $error) {
            $this->logError($error);
            return false;
        }
    }

    /**
     * Check whether the request comes from a page of this shop. Return false if the check fails with an error.
     *
     * @param Request $request
     * @return bool
     */
    public function isSameOrigin(Request $request): bool
    {
        try {
            return $this->originCheck->isSameOrigin($request);
        } catch (\Throwable $error) {
            $this->logError($error);
            return false;
        }
    }

    /**
     * Create the response to requests from other origins.
     *
     * @return Response
     */
    public function refuseOtherOrigin(): Response
    {
        return $this->responseFactory->createError(403, 'Only pages of this shop may ask.');
    }

    /**
     * Handle a request. The cheapest checks come first. Never throw.
     *
     * @param Request $request
     * @return Response
     */
    public function answer(Request $request): Response
    {
        try {
            return $this->formReader->refuse($request)
                ?? $this->requestLimit->refuseVisitor($request)
                ?? $this->forward($this->formReader->read($request));
        } catch (\Throwable $error) {
            $this->logError($error);
            return $this->responseFactory->createError(500, 'Something went wrong.');
        }
    }

    /**
     * Check the form and send it to Klaviyo.
     *
     * @param array<string, string> $posted
     * @return Response
     */
    private function forward(array $posted): Response
    {
        $fields = $this->subscriptionReader->read($posted);
        if ($fields instanceof Response) {
            return $fields;
        }
        $slot = $this->concurrencyLimit->acquire();
        if ($slot instanceof Response) {
            return $slot;
        }
        try {
            // Counted last, so that requests that are not sent do not count.
            return $this->requestLimit->refuseForward($fields['email']) ?? $this->klaviyoClient->send($fields);
        } finally {
            $this->concurrencyLimit->release($slot);
        }
    }

    /**
     * Log the place of an error only: messages and traces may contain data that the shopper has sent.
     *
     * @param \Throwable $error
     * @return void
     */
    private function logError(\Throwable $error): void
    {
        $place = sprintf('%s in %s, line %d', $error::class, $error->getFile(), $error->getLine());
        $this->logger->error("Back in stock: a subscription could not be sent to Klaviyo: $place.");
    }
}
