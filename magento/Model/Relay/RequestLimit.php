<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use BackInStock\Klaviyo\Model\Config\Backend\RequestsPerMinute;
use BackInStock\Klaviyo\Model\Settings;
use Magento\Framework\App\Request\Http as Request;

/**
 * How often a visitor may ask, and how often something may be sent to Klaviyo: for one e-mail address, and at all.
 */
class RequestLimit
{
    private const MINUTE = 60;

    /**
     * Where the merchant's number is none.
     */
    private const OF_ONE_VISITOR = 20;

    /**
     * For one e-mail address, by the seconds of a span. A shopper has a handful of wishes; more than that is somebody
     * who fills the mailbox of another.
     */
    private const OF_ONE_MAILBOX = [3600 => 10, 86400 => 30];

    /**
     * For Klaviyo all requests come from one place, and its current API takes 3500 a minute for one account, whatever
     * they are for. This leaves most of them to the rest of the shop. The widget keeps what is more, and sends it
     * later.
     */
    private const OF_ALL = 1000;

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
     * Counts a request, and refuses it where that is too many of this visitor.
     *
     * @param Request $request
     * @return Response|null null when there is nothing to refuse
     */
    public function refuseVisitor(Request $request): ?Response
    {
        $limit = $this->settings->getNumber(
            'general/requests_per_minute',
            RequestsPerMinute::MAXIMUM,
            self::OF_ONE_VISITOR
        );
        $wait = 0;
        foreach ($this->visitorKeys->derive($request) as $name => $share) {
            $wait = $wait ?: $this->requestCounter->count((string) $name, [self::MINUTE => $limit * $share]);
        }
        return $this->refuse($wait);
    }

    /**
     * Counts what is about to be sent, and refuses it where that is too many.
     *
     * What is too much for one address does not count for all of them, so that nobody uses up the minute for the
     * others.
     *
     * @param string $email
     * @return Response|null null when there is nothing to refuse
     */
    public function refuseForward(string $email): ?Response
    {
        $wait = $this->requestCounter->count($this->mailboxKey->derive($email), self::OF_ONE_MAILBOX);
        return $this->refuse($wait ?: $this->requestCounter->count('all', [self::MINUTE => self::OF_ALL]));
    }

    /**
     * The answer to what has to wait.
     *
     * @param int $wait in seconds
     * @return Response|null
     */
    private function refuse(int $wait): ?Response
    {
        return $wait === 0 ? null : $this->responseFactory->createError(429, 'These are too many requests.', $wait);
    }
}
