<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\App\Request\Http as Request;

/**
 * The form in a request's body, as the widget sends it.
 */
class FormReader
{
    private const TYPE = 'application/x-www-form-urlencoded';

    /**
     * Bytes. The longest address and the longest SKU, every character encoded, are shorter.
     */
    private const LONGEST = 4096;

    /**
     * The blanks around a field that do not count. A zero byte, which PHP would take for one, is none.
     */
    private const BLANKS = " \t\n\v\f\r";

    /**
     * @param ResponseFactory $responseFactory
     */
    public function __construct(private readonly ResponseFactory $responseFactory)
    {
    }

    /**
     * Refuses what the widget never sends.
     *
     * @param Request $request
     * @return Response|null null when there is nothing to refuse
     */
    public function refuse(Request $request): ?Response
    {
        $type = explode(';', (string) $request->getServer('CONTENT_TYPE', ''))[0];
        if (strtolower(trim($type)) !== self::TYPE) {
            return $this->responseFactory->createError(415, 'This is no URL-encoded form.');
        }
        // What says itself that it is too long is not even read.
        $announced = (int) $request->getServer('CONTENT_LENGTH', 0);
        if ($announced > self::LONGEST || strlen((string) $request->getContent()) > self::LONGEST) {
            return $this->responseFactory->createError(413, 'This is too long.');
        }
        return null;
    }

    /**
     * The fields of the body that hold a text, without blanks around it. What is in the address does not count.
     *
     * @param Request $request
     * @return array<string, string>
     */
    public function read(Request $request): array
    {
        $texts = array_filter((array) $request->getPostValue(), 'is_string');
        return array_map(static fn (string $text): string => trim($text, self::BLANKS), $texts);
    }
}
