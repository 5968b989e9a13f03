<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\App\Request\Http as Request;

/**
 * Reads the form that the widget sends in the body of a request.
 */
class FormReader
{
    private const TYPE = 'application/x-www-form-urlencoded';

    /**
     * Bytes. The longest e-mail address and the longest SKU, URL-encoded, are shorter.
     */
    private const MAXIMUM_LENGTH = 4096;

    /**
     * The whitespace to trim. Unlike the default of trim(), it does not contain the zero byte.
     */
    private const WHITESPACE = " \t\n\v\f\r";

    /**
     * @param ResponseFactory $responseFactory
     */
    public function __construct(private readonly ResponseFactory $responseFactory)
    {
    }

    /**
     * Refuse requests that the widget never sends.
     *
     * @param Request $request
     * @return Response|null null if the request is accepted
     */
    public function refuse(Request $request): ?Response
    {
        $type = explode(';', (string) $request->getServer('CONTENT_TYPE', ''))[0];
        if (strtolower(trim($type)) !== self::TYPE) {
            return $this->responseFactory->createError(415, 'This is no URL-encoded form.');
        }
        // If the Content-Length header is too high, the body is not read.
        $contentLength = (int) $request->getServer('CONTENT_LENGTH', 0);
        if ($contentLength > self::MAXIMUM_LENGTH || strlen((string) $request->getContent()) > self::MAXIMUM_LENGTH) {
            return $this->responseFactory->createError(413, 'This is too long.');
        }
        return null;
    }

    /**
     * Read and trim the fields of the body that are texts. Parameters of the URL are ignored.
     *
     * @param Request $request
     * @return array<string, string>
     */
    public function read(Request $request): array
    {
        $texts = array_filter((array) $request->getPostValue(), 'is_string');
        return array_map(static fn (string $text): string => trim($text, self::WHITESPACE), $texts);
    }
}
