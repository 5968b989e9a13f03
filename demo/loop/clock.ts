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
      // The clock of a computer can be set back; what happens later must not look as if it came first.
      latest = Math.max(latest, readRealTime() + offset);
      return latest;
    },
    skip(milliseconds) {
      offset += milliseconds;
    },
  };
}
