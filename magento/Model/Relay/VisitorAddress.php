<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\App\Request\Http as Request;
use Magento\Framework\HTTP\PhpEnvironment\RemoteAddress;

/**
 * Finds the network address of a visitor, also behind a proxy in the shop's own network.
 */
class VisitorAddress
{
    private const IPV4_IN_IPV6 = "\0\0\0\0\0\0\0\0\0\0\xFF\xFF";

    /**
     * How proxies write an address, some of them with the port: 192.0.2.1:50000, [2001:db8::1]:50000.
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
     * The address in bytes, 4 or 16.
     *
     * An address that no visitor from the internet has is that of a proxy in front of the shop, which all visitors
     * share. Such a one adds to X-Forwarded-For whom it has served; further in front stands whatever the visitor has
     * written there, so the last public entry counts. Whoever comes from the internet is not asked who it is.
     *
     * @param Request $request
     * @return string|null null where only a proxy can be seen
     */
    public function find(Request $request): ?string
    {
        // Where Magento is set up to read a header, a visitor may have written a private address there.
        $bytes = $this->readPublic((string) $this->remoteAddress->getRemoteAddress())
            ?? $this->readPublic((string) $request->getServer('REMOTE_ADDR', ''))
            ?? $this->readForwarded((string) $request->getServer('HTTP_X_FORWARDED_FOR', ''));
        if ($bytes === null) {
            $this->proxyNotice->raise();
        }
        return $bytes;
    }

    /**
     * The last address of the internet in such a header.
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
     * An address of the internet, in bytes.
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
