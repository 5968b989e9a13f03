<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use Magento\Framework\HTTP\Client\Curl;

/**
 * Klaviyo's side of a request: it notes what comes, and answers what a test has set.
 */
final class FakeCurl extends Curl
{
    public int $answerStatus = 200;

    /**
     * @var array<string, string>
     */
    public array $answerHeaders = [];

    public string $answerBody = '{"email": "sam@example.com", "success": true}';

    public ?\Throwable $failure = null;

    /**
     * What happens while Klaviyo is waited for.
     */
    public ?\Closure $meanwhile = null;

    /**
     * @var array<int, array{string, string}> address and body of each request
     */
    public array $requests = [];

    /**
     * @var array<int, mixed>
     */
    public array $options = [];

    /**
     * @var array<string, string>
     */
    public array $headers = [];

    public int $timeout = 0;

    public ?int $sessionStatus = null;

    public function setOption($name, $value): void
    {
        $this->options[$name] = $value;
    }

    public function addHeader($name, $value): void
    {
        $this->headers[$name] = $value;
    }

    public function setTimeout($value): void
    {
        $this->timeout = $value;
    }

    public function post($uri, $params): void
    {
        $this->sessionStatus = session_status();
        $this->requests[] = [$uri, $params];
        [$meanwhile, $this->meanwhile] = [$this->meanwhile, null];
        if ($meanwhile !== null) {
            $meanwhile();
        }
        if ($this->failure !== null) {
            throw $this->failure;
        }
        foreach (str_split($this->answerBody, 16_000) as $part) {
            if ($this->options[CURLOPT_WRITEFUNCTION](null, $part) !== strlen($part)) {
                throw new \Exception("Failure writing output to destination: $part");
            }
        }
    }

    public function getStatus(): int
    {
        return $this->answerStatus;
    }

    public function getHeaders(): array
    {
        return $this->answerHeaders;
    }
}
