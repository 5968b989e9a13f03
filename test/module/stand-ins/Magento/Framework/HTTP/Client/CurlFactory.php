<?php

declare(strict_types=1);

namespace Magento\Framework\HTTP\Client;

class CurlFactory
{
    /**
     * @param \Closure(): Curl $create
     */
    public function __construct(private readonly \Closure $create)
    {
    }

    public function create(array $data = []): Curl
    {
        return ($this->create)();
    }
}
