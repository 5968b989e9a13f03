<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use Magento\Framework\App\Action\HttpPostActionInterface;
use Magento\Framework\App\ActionInterface;
use Magento\Framework\App\CsrfAwareActionInterface;
use Magento\Framework\App\Request\Http;
use Magento\Framework\Controller\Result\Json;
use Magento\Framework\Exception\NotFoundException;

/**
 * What Magento does with a request for an action, of which it knows no more than its interfaces: first it is asked
 * whether the request is forged, then whether its method is right. Null stands for the page of an address that does not
 * exist.
 */
final class FrontController
{
    public function dispatch(ActionInterface $action, Http $request): ?Json
    {
        if (!$this->isTrusted($action, $request)) {
            return $this->refuse($action, $request);
        }
        if ($action instanceof HttpPostActionInterface && !$request->isPost()) {
            return null;
        }
        try {
            return $action->execute();
        } catch (NotFoundException) {
            return null;
        }
    }

    /**
     * Where an action does not decide, a POST needs a form key; and the pages of these shops have none.
     */
    private function isTrusted(ActionInterface $action, Http $request): bool
    {
        $decision = $action instanceof CsrfAwareActionInterface ? $action->validateForCsrf($request) : null;
        return $decision ?? !$request->isPost();
    }

    private function refuse(ActionInterface $action, Http $request): Json
    {
        $exception = $action instanceof CsrfAwareActionInterface
            ? $action->createCsrfValidationException($request)
            : null;
        if ($exception === null) {
            throw new \LogicException('The request would be sent back to its page, for its form key is wrong.');
        }
        if ($exception->getMessages()) {
            throw new \LogicException('A message would go into the session.');
        }
        return $exception->getReplaceResult();
    }
}
