<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use Magento\Framework\Encryption\EncryptorInterface;

/**
 * Hashes with the secret key that each shop has of its own.
 */
final class Encryptor implements EncryptorInterface
{
    public function __construct(private readonly string $key)
    {
    }

    public function hash($data): string
    {
        return hash_hmac('sha256', (string) $data, $this->key);
    }
}
