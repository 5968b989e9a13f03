<?php

declare(strict_types=1);

namespace Magento\Framework\Controller\Result;

use Magento\Framework\Controller\ResultInterface;

/**
 * An answer of JSON. It sets the type of its content itself when it is rendered, and refuses what Magento's response
 * would refuse then.
 */
class Json implements ResultInterface
{
    private const STATUSES = '/^(10[0-2]|20[0-8]|30[0-7]|40\d|41[0-8]|42[2-689]|431|50[0-8]|511)$/D';

    public int $status = 200;

    /**
     * @var array<string, string>
     */
    public array $headers = ['Content-Type' => 'application/json'];

    public string $body = '';

    public function setHttpResponseCode($httpCode): self
    {
        if (preg_match(self::STATUSES, (string) $httpCode) !== 1) {
            throw new \InvalidArgumentException("Invalid status code provided: \"$httpCode\"");
        }
        $this->status = $httpCode;
        return $this;
    }

    public function setHeader($name, $value, $replace = false): self
    {
        if ($name === 'Retry-After' && !is_numeric($value)) {
            new \DateTime($value);
        }
        $this->headers[$name] = $value;
        return $this;
    }

    public function setJsonData($jsonData): self
    {
        $this->body = (string) $jsonData;
        return $this;
    }
}
