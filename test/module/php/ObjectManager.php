<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest;

/**
 * Creates objects as Magento's object manager does: it passes to a constructor the arguments of di.xml, and for all
 * other parameters the shared object of the parameter's class. The di.xml files of several modules are merged: items of
 * an array are added, and an item replaces an earlier one of the same name.
 */
final class ObjectManager
{
    private const MODULE = __DIR__ . '/../../../magento/etc/di.xml';

    /**
     * @var array<class-string, \SimpleXMLElement[]> the `arguments` elements of each class, in the order of the modules
     */
    private array $configured = [];

    private readonly ArgumentReader $reader;

    /**
     * @param array<class-string, object> $shared what Magento itself provides, by class or interface
     * @param string[] $files the di.xml of modules that Magento loads after this one
     */
    public function __construct(private array $shared, array $files = [])
    {
        $this->reader = new ArgumentReader(fn (string $class): object => $this->get($class));
        foreach ([self::MODULE, ...$files] as $file) {
            foreach (simplexml_load_file($file)->type as $type) {
                $this->configured[(string) $type['name']][] = $type->arguments;
            }
        }
    }

    /**
     * @template T of object
     * @param class-string<T> $class
     * @return T
     */
    public function get(string $class): object
    {
        return $this->shared[$class] ??= $this->create($class);
    }

    private function create(string $class): object
    {
        $arguments = $this->readArguments($class);
        $constructor = (new \ReflectionClass($class))->getConstructor();
        foreach ($constructor?->getParameters() ?? [] as $parameter) {
            $name = $parameter->getName();
            if (!array_key_exists($name, $arguments) && !$parameter->isDefaultValueAvailable()) {
                $arguments[$name] = $this->get($parameter->getType()->getName());
            }
        }
        return new $class(...$arguments);
    }

    /**
     * @return array<string, mixed>
     */
    private function readArguments(string $class): array
    {
        $lists = array_map([$this->reader, 'read'], $this->configured[$class] ?? []);
        return array_replace_recursive([], ...$lists);
    }
}
