<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Exception;
use Magento\Framework\HTTP\Client\Curl;
use Magento\Framework\HTTP\Client\CurlFactory;
use Psr\Log\LoggerInterface;

/**
 * Klaviyo's server-side endpoint ("Set up back in stock for Magento 2").
 */
class KlaviyoClient
{
    private const ADDRESS = 'https://a.klaviyo.com/api/v1/catalog/subscribe';

    /**
     * Seconds for which a PHP process may be occupied. Klaviyo answers within one; the widget waits for ten, and should
     * hear what happened before it gives up.
     */
    public const LONGEST_WAIT = 4;

    /**
     * Seconds, as a part of those.
     */
    private const LONGEST_CONNECTING = 2;

    /**
     * From this HTTP status on it is Klaviyo that is in trouble, and not the request.
     */
    private const SERVER_ERROR = 500;

    /**
     * Bytes. The documented answers are shorter than one thousand.
     */
    private const LONGEST_ANSWER = 100_000;

    /**
     * @param CurlFactory $curlFactory
     * @param KlaviyoResponseReader $responseReader
     * @param Outage $outage
     * @param ResponseFactory $responseFactory
     * @param LoggerInterface $logger
     */
    public function __construct(
        private readonly CurlFactory $curlFactory,
        private readonly KlaviyoResponseReader $responseReader,
        private readonly Outage $outage,
        private readonly ResponseFactory $responseFactory,
        private readonly LoggerInterface $logger
    ) {
    }

    /**
     * Sends a subscription, and gives Klaviyo's answer as it is.
     *
     * @param array<string, string> $fields
     * @return Response
     */
    public function send(array $fields): Response
    {
        // All other requests of this shopper would wait with this one for Klaviyo, as long as it holds their session.
        // phpcs:ignore Magento2.Functions.DiscouragedFunction -- a session object of Magento's would first start one
        session_write_close();
        $body = '';
        $curl = $this->createClient($body);
        try {
            $curl->post(self::ADDRESS, http_build_query($fields, '', '&'));
        } catch (Exception) {
            // The message is not logged: it may quote what the other side has sent.
            return $this->reportFailure($body);
        }
        if ((int) $curl->getStatus() >= self::SERVER_ERROR) {
            $this->outage->begin();
        } else {
            $this->outage->end();
        }
        return $this->responseReader->read($curl, $body);
    }

    /**
     * A client for one request, which says nothing of the shopper and goes nowhere else.
     *
     * @param string $body gets the answer, as far as it is read
     * @return Curl
     */
    private function createClient(string &$body): Curl
    {
        $curl = $this->curlFactory->create();
        $curl->setTimeout(self::LONGEST_WAIT);
        $curl->addHeader('User-Agent', 'back-in-stock/module-klaviyo');
        // Magento's client would take an interim answer for the answer.
        $curl->addHeader('Expect', '');
        $options = [
            CURLOPT_CONNECTTIMEOUT => self::LONGEST_CONNECTING,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTPS,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_SSL_VERIFYPEER => true,
            CURLOPT_SSL_VERIFYHOST => 2,
            // The client takes the status from the first line that comes; of other versions some releases read none.
            CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1,
            CURLOPT_SUPPRESS_CONNECT_HEADERS => true,
            CURLOPT_WRITEFUNCTION => static function ($handle, string $part) use (&$body): int {
                $body .= $part;
                // Any other number than that of the bytes ends the request.
                return strlen($body) > self::LONGEST_ANSWER ? 0 : strlen($part);
            },
        ];
        foreach ($options as $option => $value) {
            $curl->setOption($option, $value);
        }
        return $curl;
    }

    /**
     * Tells the log and the widget that there was no answer.
     *
     * @param string $body what has come before it failed
     * @return Response
     */
    private function reportFailure(string $body): Response
    {
        if (strlen($body) > self::LONGEST_ANSWER) {
            $this->logger->warning('Back in stock: the answer of Klaviyo was too long to be passed on.');
            return $this->responseFactory->createError(502, 'Klaviyo gave no answer that can be passed on.');
        }
        $this->outage->begin();
        $this->logger->warning('Back in stock: Klaviyo could not be reached, or did not answer in time.');
        return $this->responseFactory->createError(504, 'Klaviyo did not answer.');
    }
}
