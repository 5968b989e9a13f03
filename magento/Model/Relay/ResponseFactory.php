<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

/**
 * Writes the answers that are not Klaviyo's.
 *
 * What can never become right is said in the words of Klaviyo's document, which end it: the widget tells the shopper,
 * and forgets the subscription. Everything else is none of the documented answers, so that the widget sends it again.
 */
class ResponseFactory
{
    private const SOMETHING_WRONG = 'There was something wrong with your request';

    /**
     * A field did not arrive.
     *
     * @param string $field
     * @return Response
     */
    public function createMissingField(string $field): Response
    {
        return $this->refuseField($field, 'This field is required.');
    }

    /**
     * A field holds what this shop does not know. The shopper reads that the field is missing or wrong.
     *
     * @param string $field
     * @return Response
     */
    public function createInvalidField(string $field): Response
    {
        return $this->refuseField($field, 'This value is not valid.');
    }

    /**
     * The e-mail address cannot be one.
     *
     * @return Response
     */
    public function createInvalidEmail(): Response
    {
        return $this->write(400, [
            'errors' => [self::SOMETHING_WRONG . '. Please try again.'],
            'data' => new \stdClass(),
            'success' => false,
        ]);
    }

    /**
     * Something of which the widget is told no more than the status.
     *
     * @param int $status
     * @param string $detail for those who look at the answer itself
     * @param int|null $retryAfter in seconds
     * @return Response
     */
    public function createError(int $status, string $detail, ?int $retryAfter = null): Response
    {
        return $this->write($status, ['detail' => $detail], $retryAfter);
    }

    /**
     * A field that is wrong, in the words of Klaviyo's document.
     *
     * @param string $field
     * @param string $mistake
     * @return Response
     */
    private function refuseField(string $field, string $mistake): Response
    {
        $message = self::SOMETHING_WRONG . ": * $field * $mistake";
        return $this->write(400, ['status' => 400, 'message' => $message]);
    }

    /**
     * An answer in JSON.
     *
     * @param int $status
     * @param array<string, mixed> $content
     * @param int|null $retryAfter
     * @return Response
     */
    private function write(int $status, array $content, ?int $retryAfter = null): Response
    {
        $body = json_encode($content, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
        return new Response($status, $body, $retryAfter === null ? null : (string) $retryAfter);
    }
}
