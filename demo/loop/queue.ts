import type { Subscription } from './subscriptions.ts';

/**
 * Those who wait for one variant, the oldest first.
 *
 * Each variant has a queue of its own, so that a restock reads nothing but those whom it notifies: neither the queues of
 * other variants, nor those further behind in its own. A queue only grows: whoever leaves it stays in the list before the
 * mark `#first`, where the reports find them, and nobody moves.
 *
 * A real one must outlive its process and be read by many of them at once. It would be a queue for each variant in a store
 * made for that: a Redis stream for each variant, whose consumer group knows who was taken and not yet sent to, or a
 * PostgreSQL table partitioned by variant, with an index on (variant, subscribed at) and `FOR UPDATE SKIP LOCKED` for each
 * batch. The demo has one process and must start with `npm start` alone, without any service beside it; it holds the queues
 * in memory, and makes them again from the actions that `storage.ts` has kept.
 */
export class Queue {
  readonly #everybody: Subscription[] = [];
  #first = 0;
  /** When the wait after the last batch ends; `undefined` while there is none. */
  waitUntil: number | undefined;

  /** How many wait. */
  get length(): number {
    return this.#everybody.length - this.#first;
  }

  /** Everybody who ever waited, the oldest first. */
  get history(): readonly Subscription[] {
    return this.#everybody;
  }

  add(subscription: Subscription): void {
    this.#everybody.push(subscription);
  }

  /** Takes the oldest out of it, so many at most. */
  take(count: number): readonly Subscription[] {
    const taken = this.#everybody.slice(this.#first, this.#first + count);
    this.#first += taken.length;
    return taken;
  }

  /** Who waits, the oldest first. */
  list(): readonly Subscription[] {
    return this.#everybody.slice(this.#first);
  }
}
