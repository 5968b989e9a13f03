<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\Encryption\EncryptorInterface;
use Magento\Framework\HTTP\PhpEnvironment\RemoteAddress;

/**
 * Recognises a visitor by the network address, without ever giving it away.
 */
class Visitor
{
    /**
     * In IPv6 a household has as many addresses as it likes, all of which begin with the same bytes.
     */
    private const BYTES_OF_HOUSEHOLD = 8;

    private const IPV4_IN_IPV6 = "\0\0\0\0\0\0\0\0\0\0\xFF\xFF";

    /**
     * @param RemoteAddress $remoteAddress
     * @param EncryptorInterface $encryptor
     */
    public function __construct(
        private readonly RemoteAddress $remoteAddress,
        private readonly EncryptorInterface $encryptor
    ) {
    }

    /**
     * A name that is always the same for the same visitor.
     *
     * It is made with the shop's secret key: there are so few addresses that all of them could be tried against a plain
     * hash.
     *
     * @return string|null null for an address that no visitor from the internet has: it is that of a proxy in front of
     *     the shop, which all visitors share
     */
    public function recognise(): ?string
    {
        $address = (string) $this->remoteAddress->getRemoteAddress();
        if (filter_var($address, FILTER_VALIDATE_IP) === false) {
            return null;
        }
        $bytes = (string) inet_pton($address);
        if (str_starts_with($bytes, self::IPV4_IN_IPV6)) {
            $bytes = substr($bytes, strlen(self::IPV4_IN_IPV6));
        }
        if (!$this->isPublic($bytes)) {
            return null;
        }
        return $this->encryptor->hash('back in stock ' . bin2hex(substr($bytes, 0, self::BYTES_OF_HOUSEHOLD)));
    }

    /**
     * Whether an address belongs to the internet, and not to a network of the shop or its provider.
     *
     * @param string $bytes
     * @return bool
     */
    private function isPublic(string $bytes): bool
    {
        $flags = FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE;
        // 100.64.0.0/10, where providers have their load balancers, is none of the ranges that PHP knows.
        $isOfProvider = strlen($bytes) === 4 && $bytes[0] === "\x64" && (ord($bytes[1]) & 0xC0) === 0x40;
        return !$isOfProvider && filter_var(inet_ntop($bytes), FILTER_VALIDATE_IP, $flags) !== false;
    }
}
