<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Controller\Subscribe;

use BackInStock\Klaviyo\Model\Relay\Relay;
use BackInStock\Klaviyo\Model\Relay\Response;
use Magento\Framework\App\Action\HttpPostActionInterface;
use Magento\Framework\App\CsrfAwareActionInterface;
use Magento\Framework\App\Request\Http as Request;
use Magento\Framework\App\Request\InvalidRequestException;
use Magento\Framework\App\RequestInterface;
use Magento\Framework\Controller\Result\Json;
use Magento\Framework\Controller\Result\JsonFactory;
use Magento\Framework\Exception\NotFoundException;
use Magento\Framework\Phrase;

/**
 * POST /back-in-stock/subscribe: receives a subscription from a page of this shop and forwards it to Klaviyo.
 */
class Index implements HttpPostActionInterface, CsrfAwareActionInterface
{
    /**
     * @param Request $request
     * @param JsonFactory $jsonFactory
     * @param Relay $relay
     */
    public function __construct(
        private readonly Request $request,
        private readonly JsonFactory $jsonFactory,
        private readonly Relay $relay
    ) {
    }

    /**
     * Handle a subscription. If the relay is disabled, the page does not exist.
     *
     * There is no return type, because plugins of Magento may return a response instead of a result.
     *
     * @return Json
     * @throws NotFoundException
     */
    public function execute()
    {
        if (!$this->relay->isOn()) {
            throw new NotFoundException(new Phrase('Page not found.'));
        }
        return $this->render($this->relay->answer($this->request));
    }

    /**
     * Accept requests from pages of this shop, by their origin. Pages come from the full-page cache, so they cannot
     * contain a form key.
     *
     * Magento calls this method first. It returns true for other methods than POST, and if the relay is disabled, so
     * that Magento then shows that the page does not exist.
     *
     * @param RequestInterface $request
     * @return bool|null
     */
    public function validateForCsrf(RequestInterface $request): ?bool
    {
        return !$this->request->isPost() || $this->relay->isSameOrigin($this->request) || !$this->relay->isOn();
    }

    /**
     * Refuse the request without a message: Magento would show a message on the next page of the shopper.
     *
     * @param RequestInterface $request
     * @return InvalidRequestException|null
     */
    public function createCsrfValidationException(RequestInterface $request): ?InvalidRequestException
    {
        return new InvalidRequestException($this->render($this->relay->refuseOtherOrigin()), []);
    }

    /**
     * Convert a response of the relay to a result of Magento.
     *
     * The result has the type JSON: before a raw result, Magento would move the messages of the shopper from the
     * session to a cookie.
     *
     * @param Response $response
     * @return Json
     */
    private function render(Response $response): Json
    {
        $result = $this->jsonFactory->create();
        $result->setHttpResponseCode($response->status);
        $result->setHeader('X-Content-Type-Options', 'nosniff', true);
        $result->setHeader('Cache-Control', 'no-store', true);
        if ($response->retryAfter !== null) {
            $result->setHeader('Retry-After', $response->retryAfter, true);
        }
        return $result->setJsonData($response->body);
    }
}
