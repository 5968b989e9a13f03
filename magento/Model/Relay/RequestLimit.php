<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use BackInStock\Klaviyo\Model\Config\Backend\RequestsPerMinute;
use BackInStock\Klaviyo\Model\Settings;
use Magento\Framework\App\Request\Http as Request;

/**
 * Limits the requests of a visitor, and the requests to Klaviyo for one e-mail address and for all together.
 */
class RequestLimit
{
    private const MINUTE = 60;

    /**
     * The limit of a visitor per minute if the setting is invalid.
     */
    private const DEFAULT_VISITOR_LIMIT = 20;

    /**
     * The limits of one e-mail address, by the length of the period in seconds. A shopper subscribes to a few products;
     * somebody who sends more wants to flood the mailbox of another person.
     */
    private const MAILBOX_LIMITS = [3600 => 10, 86400 => 30];

    /**
     * The limit of all requests per minute. Klaviyo's current API accepts 3500 requests a minute for one account. This
     * limit leaves most of them to other parts of the shop. The widget stores subscriptions above the limit and sends
     * them later.
     */
    private const TOTAL_LIMIT = 1000;

    /**
     * @param VisitorKeys $visitorKeys
     * @param MailboxKey $mailboxKey
     * @param Settings $settings
     * @param RequestCounter $requestCounter
     * @param ResponseFactory $responseFactory
     */
    public function __construct(
        private readonly VisitorKeys $visitorKeys,
        private readonly MailboxKey $mailboxKey,
        private readonly Settings $settings,
        private readonly RequestCounter $requestCounter,
        private readonly ResponseFactory $responseFactory
    ) {
    }

    /**
     * Count a request. Refuse it if the visitor has sent too many.
     *
     * @param Request $request
     * @return Response|null null if the request is accepted
     */
    public function refuseVisitor(Request $request): ?Response
    {
        $limit = $this->settings->getNumber(
            'general/requests_per_minute',
            RequestsPerMinute::MAXIMUM,
            self::DEFAULT_VISITOR_LIMIT
        );
        $wait = 0;
        foreach ($this->visitorKeys->derive($request) as $key => $share) {
            $wait = $wait ?: $this->requestCounter->count((string) $key, [self::MINUTE => $limit * $share]);
        }
        return $this->refuse($wait);
    }

    /**
     * Count a request to Klaviyo. Refuse it if there are too many.
     *
     * A request above the limit of its e-mail address does not count towards the limit of all requests. Otherwise one
     * person could use up the limit for all shoppers.
     *
     * @param string $email
     * @return Response|null null if the request is accepted
     */
    public function refuseForward(string $email): ?Response
    {
        $wait = $this->requestCounter->count($this->mailboxKey->derive($email), self::MAILBOX_LIMITS);
        return $this->refuse($wait ?: $this->requestCounter->count('all', [self::MINUTE => self::TOTAL_LIMIT]));
    }

    /**
     * Create the response to a request that has to wait.
     *
     * @param int $wait seconds
     * @return Response|null
     */
    private function refuse(int $wait): ?Response
    {
        return $wait === 0 ? null : $this->responseFactory->createError(429, 'These are too many requests.', $wait);
    }
}
