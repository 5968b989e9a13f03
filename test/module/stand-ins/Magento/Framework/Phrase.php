<?php

declare(strict_types=1);

namespace Magento\Framework;

use Magento\Framework\Phrase\Renderer\Placeholder;
use Magento\Framework\Phrase\RendererInterface;

/**
 * Translates by a table that a test sets; Magento has it from the CSV files of the store view's language.
 */
class Phrase
{
    /**
     * @var array<string, string>
     */
    public static array $translations = [];

    private static ?RendererInterface $renderer = null;

    public function __construct(private readonly string $text, private readonly array $arguments = [])
    {
    }

    public function getText(): string
    {
        return $this->text;
    }

    public static function setRenderer(RendererInterface $renderer)
    {
        self::$renderer = $renderer;
    }

    public static function getRenderer()
    {
        return self::$renderer ??= new Placeholder();
    }

    public function __toString(): string
    {
        return self::getRenderer()->render([$this->text], $this->arguments);
    }
}
