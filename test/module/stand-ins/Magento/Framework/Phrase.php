<?php

declare(strict_types=1);

namespace Magento\Framework;

/**
 * Translates by a table that a test sets; Magento has it from the CSV files of the store view's language.
 */
class Phrase
{
    /**
     * @var array<string, string>
     */
    public static array $translations = [];

    public function __construct(private readonly string $text, private readonly array $arguments = [])
    {
    }

    public function getText(): string
    {
        return $this->text;
    }

    public function __toString(): string
    {
        $text = self::$translations[$this->text] ?? $this->text;
        foreach (array_values($this->arguments) as $index => $argument) {
            $text = str_replace('%' . ($index + 1), (string) $argument, $text);
        }
        return $text;
    }
}
