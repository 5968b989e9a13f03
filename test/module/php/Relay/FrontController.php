<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Relay;

use BackInStock\Klaviyo\Controller\Subscribe\Index;
use Magento\Framework\App\Request\Http;
use Magento\Framework\Controller\Result\Json;
use Magento\Framework\Exception\NotFoundException;

/**
 * What Magento does with a request for an action that takes POST alone, in its order: first it is asked whether the
 * request is forged, then whether its method is right. Null stands for the page of an address that does not exist.
 */
final class FrontController
{
    public function dispatch(Index $action, Http $request): ?Json
    {
        if (!$action->validateForCsrf($request)) {
            $exception = $action->createCsrfValidationException($request);
            if ($exception->getMessages() !== []) {
                throw new \LogicException('A message would go into the session.');
            }
            return $exception->getReplaceResult();
        }
        if (!$request->isPost()) {
            return null;
        }
        try {
            return $action->execute();
        } catch (NotFoundException) {
            return null;
        }
    }
}
