<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use Magento\Framework\App\CacheInterface;

/**
 * Magento's cache, in memory or in a folder.
 */
final class Counters implements CacheInterface
{
    /**
     * @var array<string, string>
     */
    public array $saved = [];

    /**
     * @var int[]
     */
    public array $lifetimes = [];

    public int $calls = 0;

    public function __construct(private readonly string $folder = '')
    {
    }

    public function load($identifier): string|false
    {
        $this->calls++;
        return $this->saved[$identifier] ?? $this->readFile($identifier);
    }

    private function readFile(string $identifier): string|false
    {
        $file = "$this->folder/$identifier";
        try {
            return $this->folder !== '' && is_file($file) ? file_get_contents($file) : false;
        } catch (\ErrorException) {
            // Another process has just removed it.
            return false;
        }
    }

    public function save($data, $identifier, $tags = [], $lifeTime = null): bool
    {
        $this->calls++;
        if (preg_match('/^[a-zA-Z0-9_]+$/D', $identifier) !== 1) {
            throw new \InvalidArgumentException("Magento's cache takes no $identifier.");
        }
        $this->saved[$identifier] = (string) $data;
        $this->lifetimes[] = $lifeTime;
        return $this->folder === '' || file_put_contents("$this->folder/$identifier", $data) !== false;
    }

    public function remove($identifier): bool
    {
        unset($this->saved[$identifier]);
        $file = "$this->folder/$identifier";
        return $this->folder === '' || !is_file($file) || unlink($file);
    }
}
