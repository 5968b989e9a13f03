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
     * @param Visitor $visitor
     * @param Mailbox $mailbox
     * @param Settings $settings
     * @param Counter $counter
     * @param Answers $answers
     */
    public function __construct(
        private readonly Visitor $visitor,
        private readonly Mailbox $mailbox,
        private readonly Settings $settings,
        private readonly Counter $counter,
        private readonly Answers $answers
    ) {
    }

    /**
     * Counts a request, and refuses it where that is too many of this visitor.
     *
     * @param Request $request
     * @return Answer|null null when there is nothing to refuse
     */
    public function refuseVisitor(Request $request): ?Answer
    {
        $limit = $this->settings->getNumber(
            'general/requests_per_minute',
            RequestsPerMinute::MOST,
            self::OF_ONE_VISITOR
        );
        $wait = 0;
        foreach ($this->visitor->recognise($request) as $name => $share) {
            $wait = $wait ?: $this->counter->count((string) $name, [self::MINUTE => $limit * $share]);
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
     * @return Answer|null null when there is nothing to refuse
     */
    public function refuseForward(string $email): ?Answer
    {
        $wait = $this->counter->count($this->mailbox->recognise($email), self::OF_ONE_MAILBOX);
        return $this->refuse($wait ?: $this->counter->count('all', [self::MINUTE => self::OF_ALL]));
    }

    /**
     * The answer to what has to wait.
     *
     * @param int $wait in seconds
     * @return Answer|null
     */
    private function refuse(int $wait): ?Answer
    {
        return $wait === 0 ? null : $this->answers->fail(429, 'These are too many requests.', $wait);
    }
}
