<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

/**
 * Reads the arguments of a block or a class from XML by their xsi:type, as layout files and di.xml have them.
 */
final class ArgumentReader
{
    /**
     * @param \Closure(string): object $findObject gets the class of an argument of the type "object"
     */
    public function __construct(private readonly \Closure $findObject)
    {
    }

    /**
     * @return array<string, mixed> by the name of the argument
     */
    public function read(\SimpleXMLElement $arguments): array
    {
        $values = [];
        foreach ($arguments->argument as $argument) {
            $values[(string) $argument['name']] = $this->readValue($argument);
        }
        return $values;
    }

    private function readValue(\SimpleXMLElement $argument): mixed
    {
        $value = trim((string) $argument);
        return match ((string) $argument->attributes('xsi', true)['type']) {
            'array' => $this->readItems($argument),
            'boolean' => ['true' => true, 'false' => false][$value],
            'null' => null,
            'object' => ($this->findObject)($value),
            'string' => $value,
        };
    }

    /**
     * @return array<string, mixed>
     */
    private function readItems(\SimpleXMLElement $argument): array
    {
        $items = [];
        foreach ($argument->item as $item) {
            $items[(string) $item['name']] = $this->readValue($item);
        }
        return $items;
    }
}
