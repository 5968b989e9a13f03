<?php

declare(strict_types=1);

namespace Magento\Framework\App\Request;

use Magento\Framework\App\RequestInterface;

/**
 * A request as PHP has read it: its environment, the fields of its body, and the body itself.
 */
class Http implements RequestInterface
{
    public function __construct(
        private readonly array $server,
        private readonly array $post = [],
        private readonly string $content = ''
    ) {
    }

    public function getMethod(): string
    {
        return $this->server['REQUEST_METHOD'] ?? 'GET';
    }

    public function isPost(): bool
    {
        return $this->getMethod() === 'POST';
    }

    public function isSecure(): bool
    {
        return ($this->server['HTTPS'] ?? 'off') === 'on';
    }

    public function getServer($name = null, $default = null): mixed
    {
        return $this->server[$name] ?? $default;
    }

    public function getPostValue($name = null, $default = null): mixed
    {
        return $name === null ? $this->post : $this->post[$name] ?? $default;
    }

    public function getContent(): string
    {
        return $this->content;
    }
}
