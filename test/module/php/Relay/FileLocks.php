<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use Magento\Framework\Lock\LockManagerInterface;

/**
 * Locks in a folder, between several processes: with a process that dies its locks end, as they do in the database.
 */
final class FileLocks implements LockManagerInterface
{
    /**
     * @var array<string, resource>
     */
    private array $held = [];

    public function __construct(private readonly string $folder)
    {
    }

    public function lock(string $name, int $timeout = -1): bool
    {
        $file = fopen("$this->folder/$name.lock", 'c');
        $end = microtime(true) + $timeout;
        while (!flock($file, LOCK_EX | LOCK_NB)) {
            if (microtime(true) > $end) {
                return false;
            }
            usleep(2000);
        }
        $this->held[$name] = $file;
        return true;
    }

    public function unlock(string $name): bool
    {
        fclose($this->held[$name]);
        unset($this->held[$name]);
        return true;
    }
}
