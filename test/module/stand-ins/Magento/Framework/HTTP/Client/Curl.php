<?php

declare(strict_types=1);

namespace Magento\Framework\HTTP\Client;

/**
 * Sends by curl. Options that were set come last, and so win; the status is that of the first line which arrives; what
 * goes wrong is thrown with curl's words.
 */
class Curl
{
    private array $headers = [];

    private array $options = [];

    private int $timeout = 300;

    private int $status = 0;

    private array $received = [];

    public function setTimeout($value): void
    {
        $this->timeout = (int) $value;
    }

    public function addHeader($name, $value): void
    {
        $this->headers[$name] = $value;
    }

    public function setOption($name, $value): void
    {
        $this->options[$name] = $value;
    }

    public function getStatus(): int
    {
        return $this->status;
    }

    public function getHeaders(): array
    {
        return $this->received;
    }

    public function post($uri, $params): void
    {
        $handle = curl_init($uri);
        $lines = array_map(fn ($name) => "$name: {$this->headers[$name]}", array_keys($this->headers));
        curl_setopt_array($handle, array_replace([
            CURLOPT_POST => true,
            CURLOPT_POSTFIELDS => $params,
            CURLOPT_HTTPHEADER => $lines,
            CURLOPT_TIMEOUT => $this->timeout,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_HEADERFUNCTION => fn ($handle, string $line): int => $this->readLine($line),
        ], $this->options));
        curl_exec($handle);
        if (curl_errno($handle) !== 0) {
            throw new \Exception(curl_error($handle));
        }
    }

    private function readLine(string $line): int
    {
        if ($this->status === 0) {
            $this->status = (int) (explode(' ', $line)[1] ?? 0);
        } elseif (str_contains($line, ': ')) {
            [$name, $value] = explode(': ', trim($line), 2);
            $this->received[$name] = $value;
        }
        return strlen($line);
    }
}
