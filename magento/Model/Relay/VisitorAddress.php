<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\App\Request\Http as Request;
use Magento\Framework\HTTP\PhpEnvironment\RemoteAddress;

/**
 * Finds the network address of a visitor, even behind a proxy in the network of the shop.
 */
class VisitorAddress
{
    private const IPV4_IN_IPV6 = "\0\0\0\0\0\0\0\0\0\0\xFF\xFF";

    /**
     * An address with a port, as some proxies write it: 192.0.2.1:50000, [2001:db8::1]:50000.
     */
    private const WITH_PORT = '/^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/D';

    /**
     * @param RemoteAddress $remoteAddress
     * @param ProxyNotice $proxyNotice
     */
    public function __construct(
        private readonly RemoteAddress $remoteAddress,
        private readonly ProxyNotice $proxyNotice
    ) {
    }

    /**
     * Find the address as 4 or 16 bytes.
     *
     * A private address is that of a proxy in front of the shop, and all visitors share it. The proxy appends the
     * address of the visitor to X-Forwarded-For. The visitor may have sent any earlier entries of this header, so only
     * the last public address counts. The header is ignored if the address of the connection is public.
     *
     * @param Request $request
     * @return string|null null if only the address of a proxy is known
     */
    public function find(Request $request): ?string
    {
        // If Magento is configured to read a header, a visitor may have put a private address into it.
        $bytes = $this->readPublic((string) $this->remoteAddress->getRemoteAddress())
            ?? $this->readPublic((string) $request->getServer('REMOTE_ADDR', ''))
            ?? $this->readForwarded((string) $request->getServer('HTTP_X_FORWARDED_FOR', ''));
        if ($bytes === null) {
            $this->proxyNotice->raise();
        }
        return $bytes;
    }

    /**
     * Return the last public address in the header.
     *
     * @param string $header
     * @return string|null
     */
    private function readForwarded(string $header): ?string
    {
        foreach (array_reverse(explode(',', $header)) as $entry) {
            $bytes = $this->readPublic((string) preg_replace(self::WITH_PORT, '$1$2', trim($entry)));
            if ($bytes !== null) {
                return $bytes;
            }
        }
        return null;
    }

    /**
     * Return the bytes of an address if it is public.
     *
     * @param string $address
     * @return string|null
     */
    private function readPublic(string $address): ?string
    {
        if (filter_var($address, FILTER_VALIDATE_IP) === false) {
            return null;
        }
        $bytes = (string) inet_pton($address);
        if (str_starts_with($bytes, self::IPV4_IN_IPV6)) {
            $bytes = substr($bytes, strlen(self::IPV4_IN_IPV6));
        }
        return $this->isPublic($bytes) ? $bytes : null;
    }

    /**
     * Check whether an address is public and does not belong to a network of the shop or its provider.
     *
     * @param string $bytes
     * @return bool
     */
    private function isPublic(string $bytes): bool
    {
        $flags = FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE;
        // Providers use 100.64.0.0/10 for load balancers. The flags of PHP do not cover this range.
        $isOfProvider = strlen($bytes) === 4 && $bytes[0] === "\x64" && (ord($bytes[1]) & 0xC0) === 0x40;
        return !$isOfProvider && filter_var(inet_ntop($bytes), FILTER_VALIDATE_IP, $flags) !== false;
    }
}
