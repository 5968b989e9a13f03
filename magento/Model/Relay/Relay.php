<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use BackInStock\Klaviyo\Model\Settings;
use Magento\Framework\App\Request\Http as Request;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Passes subscriptions on to Klaviyo, for shoppers whose browsers do not let a page ask anybody but the shop.
 *
 * Whoever can reach the shop can reach this. SECURITY.md, "What a relay has to do", says what follows from it.
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
     * Whether the merchant has chosen the relay for this store view.
     *
     * @return bool
     */
    public function isOn(): bool
    {
        try {
            return $this->settings->isOn() && $this->settings->getText('general/api') === 'relay';
        } catch (Throwable $error) {
            $this->report($error);
            return false;
        }
    }

    /**
     * Whether the request comes from a page of this shop. When that cannot be told, it does not.
     *
     * @param Request $request
     * @return bool
     */
    public function isSameOrigin(Request $request): bool
    {
        try {
            return $this->originCheck->isSameOrigin($request);
        } catch (Throwable $error) {
            $this->report($error);
            return false;
        }
    }

    /**
     * The answer to whoever is no page of this shop.
     *
     * @return Response
     */
    public function refuseOtherOrigin(): Response
    {
        return $this->responseFactory->createError(403, 'Only pages of this shop may ask.');
    }

    /**
     * Answers a request: what costs the least is looked at first. Never throws.
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
        } catch (Throwable $error) {
            $this->report($error);
            return $this->responseFactory->createError(500, 'Something went wrong.');
        }
    }

    /**
     * Sends what may be sent.
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
            // Only here, so that what is not sent does not count.
            return $this->requestLimit->refuseForward($fields['email']) ?? $this->klaviyoClient->send($fields);
        } finally {
            $this->concurrencyLimit->release($slot);
        }
    }

    /**
     * Tells where it happened and nothing else: messages and traces may hold what the shopper has sent.
     *
     * @param Throwable $error
     * @return void
     */
    private function report(Throwable $error): void
    {
        $place = sprintf('%s in %s, line %d', $error::class, $error->getFile(), $error->getLine());
        $this->logger->error("Back in stock: a subscription could not be passed on to Klaviyo: $place.");
    }
}
