<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

/**
 * Creates the responses that do not come from Klaviyo.
 *
 * A subscription that can never succeed gets one of the error responses that Klaviyo has documented: the widget shows
 * an error to the shopper and drops the subscription. All other responses are not documented by Klaviyo, and the widget
 * sends the subscription again.
 */
class ResponseFactory
{
    private const REQUEST_ERROR = 'There was something wrong with your request';

    /**
     * Create the response for a missing field.
     *
     * @param string $field
     * @return Response
     */
    public function createMissingField(string $field): Response
    {
        return $this->createFieldError($field, 'This field is required.');
    }

    /**
     * Create the response for a field with an unknown value. The widget shows that the field is missing or wrong.
     *
     * @param string $field
     * @return Response
     */
    public function createInvalidField(string $field): Response
    {
        return $this->createFieldError($field, 'This value is not valid.');
    }

    /**
     * Create the response for an invalid e-mail address.
     *
     * @return Response
     */
    public function createInvalidEmail(): Response
    {
        return $this->createJson(400, [
            'errors' => [self::REQUEST_ERROR . '. Please try again.'],
            'data' => new \stdClass(),
            'success' => false,
        ]);
    }

    /**
     * Create the response for a response of Klaviyo that cannot be returned.
     *
     * @return Response
     */
    public function createBadGateway(): Response
    {
        return $this->createError(502, 'The response of Klaviyo cannot be returned.');
    }

    /**
     * Create any other error response. The widget reads nothing but its status and Retry-After.
     *
     * @param int $status
     * @param string $detail for developers who read the response
     * @param int|null $retryAfter seconds
     * @return Response
     */
    public function createError(int $status, string $detail, ?int $retryAfter = null): Response
    {
        return $this->createJson($status, ['detail' => $detail], $retryAfter);
    }

    /**
     * Create the response for an invalid field, as Klaviyo has documented it.
     *
     * @param string $field
     * @param string $error
     * @return Response
     */
    private function createFieldError(string $field, string $error): Response
    {
        $message = self::REQUEST_ERROR . ": * $field * $error";
        return $this->createJson(400, ['status' => 400, 'message' => $message]);
    }

    /**
     * Create a response with a JSON body.
     *
     * @param int $status
     * @param array<string, mixed> $content
     * @param int|null $retryAfter
     * @return Response
     */
    private function createJson(int $status, array $content, ?int $retryAfter = null): Response
    {
        $body = json_encode($content, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
        return new Response($status, $body, $retryAfter === null ? null : (string) $retryAfter);
    }
}
