<?php

declare(strict_types=1);

namespace Magento\Framework\HTTP\PhpEnvironment;

class RemoteAddress
{
    public function __construct(private readonly string|false $address)
    {
    }

    public function getRemoteAddress(bool $ipToLong = false): string|false
    {
        return $this->address;
    }
}
