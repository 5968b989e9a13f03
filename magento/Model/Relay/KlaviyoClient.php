<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

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
     * Seconds. A PHP process is occupied for this time. Klaviyo usually answers within one second; the widget waits for
     * ten seconds, and must get a response before that.
     */
    public const TIMEOUT = 4;

    /**
     * Seconds, as a part of the timeout.
     */
    private const CONNECT_TIMEOUT = 2;

    /**
     * From this HTTP status on, the error is on the side of Klaviyo.
     */
    private const SERVER_ERROR = 500;

    /**
     * Bytes. The documented responses are shorter than 1,000 bytes.
     */
    private const MAXIMUM_LENGTH = 100_000;

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
     * Send a subscription and return Klaviyo's response.
     *
     * @param array<string, string> $fields
     * @return Response
     */
    public function send(array $fields): Response
    {
        // As long as this request holds the session, all other requests of the shopper would wait too.
        // phpcs:ignore Magento2.Functions.DiscouragedFunction -- Magento's session object would first start a session
        session_write_close();
        $body = '';
        $curl = $this->createClient($body);
        try {
            $curl->post(self::ADDRESS, http_build_query($fields, '', '&'));
        } catch (\Exception) {
            // Do not log the message: it may quote data that the other side has sent.
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
     * Create a client for one request. It sends no data of the shopper but the form, and does not follow redirects.
     *
     * @param string $body receives the body of the response, up to the maximum length
     * @return Curl
     */
    private function createClient(string &$body): Curl
    {
        $curl = $this->curlFactory->create();
        $curl->setTimeout(self::TIMEOUT);
        $curl->addHeader('User-Agent', 'back-in-stock/module-klaviyo');
        // Without this, Magento's client may take an interim response (100 Continue) for the response.
        $curl->addHeader('Expect', '');
        $options = [
            CURLOPT_CONNECTTIMEOUT => self::CONNECT_TIMEOUT,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTPS,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_SSL_VERIFYPEER => true,
            CURLOPT_SSL_VERIFYHOST => 2,
            // Some releases of Magento's client cannot read the status line of other HTTP versions.
            CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1,
            CURLOPT_SUPPRESS_CONNECT_HEADERS => true,
            CURLOPT_WRITEFUNCTION => static function ($handle, string $part) use (&$body): int {
                $body .= $part;
                // curl ends the request if the number is not that of the bytes.
                return strlen($body) > self::MAXIMUM_LENGTH ? 0 : strlen($part);
            },
        ];
        foreach ($options as $option => $value) {
            $curl->setOption($option, $value);
        }
        return $curl;
    }

    /**
     * Log that there was no response, and create an error response for the widget.
     *
     * @param string $body the bytes that were received before the failure
     * @return Response
     */
    private function reportFailure(string $body): Response
    {
        if (strlen($body) > self::MAXIMUM_LENGTH) {
            $this->logger->warning('Back in stock: the response of Klaviyo was too long.');
            return $this->responseFactory->createBadGateway();
        }
        $this->outage->begin();
        $this->logger->warning('Back in stock: Klaviyo could not be reached, or did not respond in time.');
        return $this->responseFactory->createError(504, 'Klaviyo did not respond.');
    }
}
