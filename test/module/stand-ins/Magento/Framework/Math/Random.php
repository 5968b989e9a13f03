<?php

declare(strict_types=1);

namespace Magento\Framework\Math;

/**
 * Gives what it is told to, so that printed pages can be compared.
 */
class Random
{
    public static string $next = 'a1b2c3d4e5f6g7h8';

    public function getRandomString($length, $chars = null): string
    {
        return substr(self::$next, 0, $length);
    }
}
