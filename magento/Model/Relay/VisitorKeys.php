<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\App\Request\Http as Request;
use Magento\Framework\Encryption\EncryptorInterface;

/**
 * Derives keys from the network address of a visitor, to count requests without storing the address.
 */
class VisitorKeys
{
    /**
     * The number of leading bytes that identify an IPv6 visitor, with the multiple of the limit that they get.
     *
     * All addresses of a household begin with the same 8 bytes. A customer of a provider can have all addresses that
     * begin with the same 6 bytes. Such a block can also belong to many households, so it gets a multiple of the limit.
     */
    private const SHARES_BY_BYTES = [8 => 1, 6 => 5];

    private const BYTES_OF_IPV4 = 4;

    /**
     * @param VisitorAddress $visitorAddress
     * @param EncryptorInterface $encryptor
     */
    public function __construct(
        private readonly VisitorAddress $visitorAddress,
        private readonly EncryptorInterface $encryptor
    ) {
    }

    /**
     * Derive the keys of a visitor, each with the multiple of the limit that it gets.
     *
     * The hash uses the secret key of the shop. There are so few addresses that somebody could try all of them against
     * a plain hash.
     *
     * @param Request $request
     * @return array<string, int> empty if the address is unknown
     */
    public function derive(Request $request): array
    {
        $bytes = $this->visitorAddress->find($request);
        if ($bytes === null) {
            return [];
        }
        $shares = strlen($bytes) === self::BYTES_OF_IPV4 ? [self::BYTES_OF_IPV4 => 1] : self::SHARES_BY_BYTES;
        $keys = [];
        foreach ($shares as $length => $share) {
            $keys[$this->encryptor->hash('back in stock ' . bin2hex(substr($bytes, 0, $length)))] = $share;
        }
        return $keys;
    }
}
