import { vi } from 'vitest';

type Run = (lock: object | null) => Promise<unknown>;

/** A browser's locks, as far as they are needed; several outboxes on them are several tabs. */
export class Locks {
  readonly held: { readonly name: string; readonly mode: LockMode }[] = [];

  /** Runs it with the lock, or without one when another holds it. */
  async request(name: string, { mode, ifAvailable }: LockOptions, run: Run): Promise<unknown> {
    if (!ifAvailable) throw new Error('Nobody here waits for a lock.');
    const others = this.held.filter((lock) => lock.name === name);
    const isFree = others.every((lock) => lock.mode === 'shared' && mode === 'shared');
    if (!isFree) return run(null);
    const lock = { name, mode: mode ?? 'exclusive' };
    this.held.push(lock);
    try {
      return await run(lock);
    } finally {
      this.held.splice(this.held.indexOf(lock), 1);
    }
  }
}

/** Gives the browser locks, as it has them on secure pages. */
export function provideLocks(): Locks {
  const locks = new Locks();
  vi.spyOn(navigator, 'locks', 'get').mockReturnValue(locks as unknown as LockManager);
  return locks;
}
