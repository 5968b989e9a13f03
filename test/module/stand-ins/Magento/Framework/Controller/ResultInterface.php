<?php

declare(strict_types=1);

namespace Magento\Framework\Controller;

interface ResultInterface
{
    public function setHttpResponseCode($httpCode);

    public function setHeader($name, $value, $replace = false);
}
