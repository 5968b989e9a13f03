<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Test\Relay;

use Magento\Framework\Encryption\EncryptorInterface;

final class Encryptor implements EncryptorInterface
{
    public function hash($data): string
    {
        return hash_hmac('sha256', (string) $data, 'the secret key of the shop');
    }
}
