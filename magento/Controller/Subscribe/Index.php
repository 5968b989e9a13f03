<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Controller\Subscribe;

use BackInStock\Klaviyo\Model\Relay\Response;
use BackInStock\Klaviyo\Model\Relay\Relay;
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
 * POST /back-in-stock/subscribe: takes a subscription for Klaviyo from a page of this shop.
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
     * Answers a subscription; where the merchant has not chosen the relay, there is no such page.
     *
     * No return type: Magento's own plugins give a response instead where an action is not to run.
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
     * Takes requests of the shop's own pages, by their origin: pages are cached, so that a form key cannot be in them.
     *
     * Magento asks this first. What is no POST, and everything while the relay is off, goes on to be no such page.
     *
     * @param RequestInterface $request
     * @return bool|null
     */
    public function validateForCsrf(RequestInterface $request): ?bool
    {
        return !$this->request->isPost() || $this->relay->isSameOrigin($this->request) || !$this->relay->isOn();
    }

    /**
     * Refuses without a message: Magento would keep one in the session, for the shopper's next page.
     *
     * @param RequestInterface $request
     * @return InvalidRequestException|null
     */
    public function createCsrfValidationException(RequestInterface $request): ?InvalidRequestException
    {
        return new InvalidRequestException($this->render($this->relay->refuseOtherOrigin()), []);
    }

    /**
     * Writes an answer as it is.
     *
     * Before a raw result Magento would move the shopper's messages out of the session, into a cookie; before a JSON
     * one it leaves both alone.
     *
     * @param Response $answer
     * @return Json
     */
    private function render(Response $answer): Json
    {
        $result = $this->jsonFactory->create();
        $result->setHttpResponseCode($answer->status);
        $result->setHeader('X-Content-Type-Options', 'nosniff', true);
        $result->setHeader('Cache-Control', 'no-store', true);
        if ($answer->retryAfter !== null) {
            $result->setHeader('Retry-After', $answer->retryAfter, true);
        }
        return $result->setJsonData($answer->body);
    }
}
