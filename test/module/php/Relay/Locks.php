<?php

declare(strict_types=1);

namespace BackInStock\ModuleTest\Relay;

use Magento\Framework\Lock\LockManagerInterface;

/**
 * Locks as the database gives them: one at a time, and names that are not too long. Some are held by others.
 */
final class Locks implements LockManagerInterface
{
    /**
     * @var string[]
     */
    public array $taken = [];

    /**
     * @var string[]
     */
    public array $heldByOthers = [];

    public string $held = '';

    public function lock(string $name, int $timeout = -1): bool
    {
        if ($this->held !== '' || $timeout < 0 || strlen($name) > 64) {
            throw new \LogicException("No lock for $name: $this->held is held, or it would wait $timeout seconds.");
        }
        foreach ($this->heldByOthers as $part) {
            if (str_contains($name, $part)) {
                return false;
            }
        }
        $this->taken[] = $this->held = $name;
        return true;
    }

    public function unlock(string $name): bool
    {
        $this->held = '';
        return true;
    }
}
