<?php

declare(strict_types=1);

namespace Magento\Store\Model;

interface StoreManagerInterface
{
    public function getStore($storeId = null);

    public function getStores($withDefault = false, $codeKey = false);
}
