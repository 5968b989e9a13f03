<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\HTTP\Client\Curl;
use Psr\Log\LoggerInterface;

/**
 * Reads the parts of Klaviyo's response that the relay returns: status, body and Retry-After. It ignores cookies and
 * all other headers.
 */
class KlaviyoResponseReader
{
    /**
     * First and last status of each range. Magento's response throws an exception for every other status.
     */
    private const STATUSES = [[200, 208], [400, 418], [422, 426], [428, 429], [431, 431], [500, 508], [511, 511]];

    /**
     * The status to return instead of all others, by the first digit.
     */
    private const NEAREST_STATUSES = [2 => 200, 4 => 400, 5 => 502];

    /**
     * @param ResponseFactory $responseFactory
     * @param LoggerInterface $logger
     */
    public function __construct(
        private readonly ResponseFactory $responseFactory,
        private readonly LoggerInterface $logger
    ) {
    }

    /**
     * Return Klaviyo's response, or an error response if it cannot be returned.
     *
     * @param Curl $curl the client, after the request
     * @param string $body
     * @return Response
     */
    public function read(Curl $curl, string $body): Response
    {
        $status = (int) $curl->getStatus();
        $passed = $this->findStatus($status);
        if ($passed === null) {
            $this->logger->warning("Back in stock: Klaviyo responded with HTTP $status, which Magento cannot return.");
            return $this->responseFactory->createBadGateway();
        }
        if ($status === 410) {
            $this->logger->error(
                'Back in stock: Klaviyo responded with HTTP 410: it no longer accepts sign-ups from servers. '
                . 'Choose another transport in the setting "How Sign-ups Are Sent".'
            );
        }
        return new Response($passed, $body, $this->readRetryAfter($curl));
    }

    /**
     * Find the status to return: the same, or the nearest one that Magento supports.
     *
     * @param int $status
     * @return int|null null for a redirect and for an invalid status
     */
    private function findStatus(int $status): ?int
    {
        foreach (self::STATUSES as [$first, $last]) {
            if ($status >= $first && $status <= $last) {
                return $status;
            }
        }
        return self::NEAREST_STATUSES[intdiv($status, 100)] ?? null;
    }

    /**
     * Read the header Retry-After: seconds, or a date (RFC 9110, 10.2.3).
     *
     * @param Curl $curl
     * @return string|null
     */
    private function readRetryAfter(Curl $curl): ?string
    {
        $value = array_change_key_case((array) $curl->getHeaders())['retry-after'] ?? null;
        if (!is_string($value)) {
            return null;
        }
        // Magento's response throws an exception for an invalid date.
        $date = \DateTimeImmutable::createFromFormat(DATE_RFC7231, $value);
        $isDate = $date !== false && $date->format(DATE_RFC7231) === $value;
        return $isDate || preg_match('/^\d{1,5}$/D', $value) === 1 ? $value : null;
    }
}
