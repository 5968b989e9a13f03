<?php

declare(strict_types=1);

namespace BackInStock\Klaviyo\Model\Relay;

use Magento\Framework\App\Request\Http as Request;
use Magento\Framework\UrlInterface;
use Magento\Store\Model\StoreManagerInterface;

/**
 * Tells the shop's own pages from those of others, by what no script of a page can change.
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
     * Whether the request says that it comes from the shop's own origin. One that says nothing does not.
     *
     * @param Request $request
     * @return bool
     */
    public function isSameOrigin(Request $request): bool
    {
        // From the environment: of a header that is not well-formed Magento's request would throw.
        $site = (string) $request->getServer('HTTP_SEC_FETCH_SITE', '');
        if ($site !== '') {
            return $site === 'same-origin';
        }
        $origin = (string) $request->getServer('HTTP_ORIGIN', '');
        return $origin !== '' && in_array($this->normalise($origin), $this->listOrigins(), true);
    }

    /**
     * The origins of the store view, without and with TLS.
     *
     * @return string[]
     */
    private function listOrigins(): array
    {
        $store = $this->storeManager->getStore();
        $addresses = [
            $store->getBaseUrl(UrlInterface::URL_TYPE_LINK, false),
            $store->getBaseUrl(UrlInterface::URL_TYPE_LINK, true),
        ];
        $origins = preg_replace('~^([a-z]+://[^/?#]*).*$~is', '$1', $addresses);
        return array_map([$this, 'normalise'], $origins);
    }

    /**
     * An origin as browsers write it.
     *
     * @param string $origin
     * @return string
     */
    private function normalise(string $origin): string
    {
        return (string) preg_replace(self::DEFAULT_PORTS, '$1', strtolower($origin));
    }
}
