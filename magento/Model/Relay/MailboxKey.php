<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\Encryption\EncryptorInterface;

/**
 * Derives a key from an e-mail address, to count requests without storing the address.
 */
class MailboxKey
{
    /**
     * @param EncryptorInterface $encryptor
     */
    public function __construct(private readonly EncryptorInterface $encryptor)
    {
    }

    /**
     * Derive the key of a mailbox. It is the same for all ways to write the address.
     *
     * Many providers deliver sam+1@ and s.a.m@ to sam@, and somebody who wants to flood a mailbox knows that. The hash
     * uses the secret key of the shop; with a plain hash, somebody could find the address by trying many.
     *
     * @param string $email the cleaned address
     * @return string
     */
    public function derive(string $email): string
    {
        [$user, $host] = explode('@', mb_strtolower($email, 'UTF-8'), 2) + [1 => ''];
        $user = str_replace('.', '', explode('+', $user, 2)[0]);
        return $this->encryptor->hash("back in stock mailbox $user@$host");
    }
}
