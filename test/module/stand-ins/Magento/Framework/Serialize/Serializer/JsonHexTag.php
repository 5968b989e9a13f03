<?php

declare(strict_types=1);

namespace Magento\Framework\Serialize\Serializer;

class JsonHexTag
{
    public function serialize($data)
    {
        $json = json_encode($data, JSON_HEX_TAG);
        if ($json === false) {
            throw new \InvalidArgumentException('Unable to serialize value.');
        }
        return $json;
    }
}
