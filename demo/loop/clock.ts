import TinyQueue from 'tinyqueue';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The time of the loop: it runs as fast as the real one, and whole days of it can be skipped. */
export interface Clock {
  /** Milliseconds since 1970, as `Date.now()` counts them. It never goes back. */
  now(): number;
  skip(milliseconds: number): void;
}

/**
 * @param readRealTime What the loop is tested with gives times of its own; the demo gives `Date.now`.
 * @param start Where the time was left, so that it does not go back after a restart.
 * @param skipped What was skipped until then.
 */
export function createClock(
  readRealTime: () => number,
  start = Number.NEGATIVE_INFINITY,
  skipped = 0,
): Clock {
  let latest = start;
  let offset = skipped;
  return {
    now() {
      const time = readRealTime() + offset;
      // The clock of a computer can be set back. This one stands still for a moment, and then goes on from where it was.
      if (time < latest) offset += latest - time;
      latest = Math.max(latest, time);
      return latest;
    },
    skip(milliseconds) {
      offset += milliseconds;
    },
  };
}

interface Due<Task> {
  readonly at: number;
  /** Of two that are due at once, the one that was entered first comes first. */
  readonly order: number;
  readonly task: Task;
}

/** What is to be done at some later moment of virtual time. */
export class Agenda<Task> {
  readonly #due = new TinyQueue<Due<Task>>([], (a, b) => a.at - b.at || a.order - b.order);
  #entered = 0;

  add(at: number, task: Task): void {
    this.#entered += 1;
    this.#due.push({ at, order: this.#entered, task });
  }

  /** Takes out what comes next, if its time has come by then. */
  takeDue(now: number): Due<Task> | undefined {
    const next = this.#due.peek();
    return next && next.at <= now ? this.#due.pop() : undefined;
  }

  /** When the next task is due. */
  get next(): number | undefined {
    return this.#due.peek()?.at;
  }

  /** The earliest moment of a task that fits. */
  findNext(fits: (task: Task) => boolean): number | undefined {
    const times = this.#due.data.filter(({ task }) => fits(task)).map(({ at }) => at);
    return times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b));
  }
}
