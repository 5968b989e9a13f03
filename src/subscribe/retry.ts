import type { FailureReason, Result } from './result.ts';

/** Failures that may be over a moment later. An answer about a field never changes. */
const PASSING: readonly FailureReason[] = ['unreachable', 'timeout', 'rateLimited', 'serverError'];

/** The first pause is at most this long, in milliseconds. */
const FIRST_PAUSE = 1000;

/** The longest pause, in milliseconds, unless the server asks for a longer one. */
const LONGEST_PAUSE = 8000;

/** A subscription is not sent again later than this after the first request, in milliseconds. */
export const LONGEST_TIME = 15_000;

/** How a subscription is sent again. */
export interface Retrying {
  /** The most retries. */
  readonly retries: number;
  /** Ends the wait; the result is then `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** Called before each pause. */
  readonly onRetry?: (() => void) | undefined;
}

/** Retries until an answer is final, or the retries or the time run out. Never rejects. */
export async function sendWithRetries(
  send: () => Promise<Result>,
  { retries, signal, onRetry }: Retrying,
): Promise<Result> {
  const end = Date.now() + LONGEST_TIME;
  for (let count = 0; ; count += 1) {
    const result = await send();
    if (result.ok || count >= retries || !PASSING.includes(result.reason)) return result;
    const asked = 'retryAfter' in result ? result.retryAfter : 0;
    const pause = pauseAfter(count, FIRST_PAUSE, LONGEST_PAUSE, asked);
    if (Date.now() + pause > end) return result;
    onRetry?.();
    if (!signal?.aborted) await wait(pause, signal);
    // Keep `retryAfter`: the server's wait also holds for the next time.
    if (signal?.aborted) return { ...result, reason: 'aborted' } as Result;
  }
}

/**
 * Returns a random pause: exponential back-off with full jitter, so that browsers that failed together do not retry
 * together. When the server asks all of them to wait until the same moment, they spread over at least as much time again.
 *
 * @param count How many retries there were already.
 * @param first The longest first pause, in milliseconds; the limit doubles with each retry.
 * @param longest The highest limit, in milliseconds.
 * @param asked The wait that the server asks for, in milliseconds.
 */
export function pauseAfter(count: number, first: number, longest: number, asked = 0): number {
  return asked + Math.random() * Math.max(asked, Math.min(longest, first * 2 ** count));
}

/** Waits for `pause` milliseconds, or until the signal aborts or the window receives the event, whichever is first. */
export function wait(
  pause: number,
  signal: AbortSignal | undefined,
  event?: 'online',
): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      if (event) removeEventListener(event, end);
      resolve();
    };
    const timer = setTimeout(end, pause);
    signal?.addEventListener('abort', end);
    if (event) addEventListener(event, end);
  });
}

/** The longest wait, even if a server asks for more. An hour, in milliseconds. */
export const LONGEST_WAIT = 3_600_000;

/** How long a kept subscription waits after the first failure, the second, and so on, in milliseconds. */
const WAITS = [30_000, 120_000, 600_000, 1_800_000, LONGEST_WAIT] as const;

/** Returns the wait after this many tries, at least one. */
export function waitAfter(tries: number): number {
  return WAITS[tries - 1] ?? LONGEST_WAIT;
}
