<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

use Psr\Log\LoggerInterface;

/**
 * Remembers what was logged.
 */
final class Log implements LoggerInterface
{
    /**
     * @var string[]
     */
    public array $lines = [];

    public function error(string|\Stringable $message, array $context = []): void
    {
        $this->lines[] = $message . ' ' . ($context['exception'] ?? '');
    }

    public function warning(string|\Stringable $message, array $context = []): void
    {
        $this->error($message, $context);
    }
}
