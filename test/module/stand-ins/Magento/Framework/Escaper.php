<?php

declare(strict_types=1);

namespace Magento\Framework;

class Escaper
{
    /**
     * Letters and digits stay as they are; everything else becomes a character reference.
     */
    public function escapeHtmlAttr($string, $escapeSingleQuote = true)
    {
        return preg_replace_callback(
            '/[^a-z0-9,._-]/iu',
            static fn (array $match): string => '&#x' . dechex(mb_ord($match[0])) . ';',
            (string) $string
        );
    }

    public function escapeHtml($data, $allowedTags = null)
    {
        return htmlspecialchars((string) $data, ENT_QUOTES);
    }
}
