<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\Encryption\EncryptorInterface;

/**
 * Recognises an e-mail address, without ever giving it away.
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
     * A name that is always the same for the same mailbox, however its address is written.
     *
     * Of sam+1@ and s.a.m@ many providers make sam@, and whoever wants to fill a mailbox knows that. It is made with
     * the shop's secret key: addresses could be tried against a plain hash.
     *
     * @param string $email cleaned
     * @return string
     */
    public function derive(string $email): string
    {
        [$user, $host] = explode('@', mb_strtolower($email, 'UTF-8'), 2) + [1 => ''];
        $user = str_replace('.', '', explode('+', $user, 2)[0]);
        return $this->encryptor->hash("back in stock mailbox $user@$host");
    }
}
