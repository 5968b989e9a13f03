<?php

declare(strict_types=1);

namespace Magento\Framework\App\Request;

class InvalidRequestException extends \RuntimeException
{
    public function __construct(private readonly mixed $replaceResult, private readonly ?array $messages = null)
    {
        parent::__construct('Invalid request received');
    }

    public function getReplaceResult(): mixed
    {
        return $this->replaceResult;
    }

    public function getMessages(): ?array
    {
        return $this->messages;
    }
}
