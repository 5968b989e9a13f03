<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\App\Request\Http as Request;
use Magento\Framework\Encryption\EncryptorInterface;

/**
 * Recognises a visitor by the network address, without ever giving it away.
 */
class VisitorKeys
{
    /**
     * In IPv6 a household has as many addresses as it likes, all of which begin with the same 8 bytes; and who rents
     * more has all that begin with the same 6. Since such a block may as well be a street of households, it gets a
     * multiple of what one of them does.
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
     * Names that are always the same for the same visitor, each with how many times the limit of one visitor it has.
     *
     * They are made with the shop's secret key: there are so few addresses that all of them could be tried against a
     * plain hash.
     *
     * @param Request $request
     * @return array<string, int> empty when there is no telling who it is
     */
    public function derive(Request $request): array
    {
        $bytes = $this->visitorAddress->find($request);
        if ($bytes === null) {
            return [];
        }
        $shares = strlen($bytes) === self::BYTES_OF_IPV4 ? [self::BYTES_OF_IPV4 => 1] : self::SHARES_BY_BYTES;
        $names = [];
        foreach ($shares as $length => $share) {
            $names[$this->encryptor->hash('back in stock ' . bin2hex(substr($bytes, 0, $length)))] = $share;
        }
        return $names;
    }
}
