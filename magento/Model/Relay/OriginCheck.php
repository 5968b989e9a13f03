<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\App\Request\Http as Request;
use Magento\Framework\UrlInterface;
use Magento\Store\Model\StoreManagerInterface;

/**
 * Checks whether a request comes from a page of the shop, by headers that scripts cannot change.
 */
class OriginCheck
{
    private const DEFAULT_PORTS = ['~^(https://.*):443$~', '~^(http://.*):80$~'];

    /**
     * @param StoreManagerInterface $storeManager
     */
    public function __construct(private readonly StoreManagerInterface $storeManager)
    {
    }

    /**
     * Check whether the request comes from the origin of the shop. Return false if the headers are missing.
     *
     * @param Request $request
     * @return bool
     * @throws \Magento\Framework\Exception\NoSuchEntityException
     */
    public function isSameOrigin(Request $request): bool
    {
        // Read from the environment: getHeader() throws an exception for a malformed header.
        $site = (string) $request->getServer('HTTP_SEC_FETCH_SITE', '');
        if ($site !== '') {
            return $site === 'same-origin';
        }
        $origin = (string) $request->getServer('HTTP_ORIGIN', '');
        return $origin !== '' && in_array($this->normalise($origin), $this->listOrigins(), true);
    }

    /**
     * List the origins of the store view, for http and https.
     *
     * @return string[]
     * @throws \Magento\Framework\Exception\NoSuchEntityException
     */
    private function listOrigins(): array
    {
        $store = $this->storeManager->getStore();
        $urls = [
            $store->getBaseUrl(UrlInterface::URL_TYPE_LINK, false),
            $store->getBaseUrl(UrlInterface::URL_TYPE_LINK, true),
        ];
        $origins = preg_replace('~^([a-z]+://[^/?#]*).*$~is', '$1', $urls);
        return array_map([$this, 'normalise'], $origins);
    }

    /**
     * Normalise an origin to the form that browsers send.
     *
     * @param string $origin
     * @return string
     */
    private function normalise(string $origin): string
    {
        return (string) preg_replace(self::DEFAULT_PORTS, '$1', strtolower($origin));
    }
}
