<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use Magento\Framework\HTTP\Client\Curl;

/**
 * Sends to the demo's sandbox in the place of Klaviyo, which has no TLS. Everything else is as the module wants it.
 */
final class SandboxCurl extends Curl
{
    private const KLAVIYO = 'https://a.klaviyo.com';

    public function __construct(private readonly string $sandbox)
    {
    }

    public function post($uri, $params): void
    {
        if (!str_starts_with($uri, self::KLAVIYO . '/')) {
            throw new \LogicException("$uri is not Klaviyo's.");
        }
        $this->setOption(CURLOPT_PROTOCOLS, CURLPROTO_HTTP);
        parent::post($this->sandbox . substr($uri, strlen(self::KLAVIYO)), $params);
    }
}
