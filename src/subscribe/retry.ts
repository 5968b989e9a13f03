import type { FailureReason, Result } from './result.ts';

/** What may have passed a moment later. An answer about a field never does. */
const PASSING: readonly FailureReason[] = ['unreachable', 'timeout', 'rateLimited', 'serverError'];

/** The first pause is at most this long, in milliseconds. */
const FIRST_PAUSE = 1000;

/** No pause is longer, in milliseconds, unless the server asks for it. */
const LONGEST_PAUSE = 8000;

/** Nothing is sent again later than this after it was sent first, in milliseconds. */
export const LONGEST_TIME = 15_000;

/** How something is sent again. */
export interface Retrying {
  /** How often at most. */
  readonly retries: number;
  /** Ends the waiting; the result is then `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** Called before each waiting. */
  readonly onRetry?: (() => void) | undefined;
}

/** Sends until there is an answer that more sending will not change, or it has been enough. Never rejects. */
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
    // What the server has asked for holds for the next time, too.
    if (signal?.aborted) return { ...result, reason: 'aborted' } as Result;
  }
}

/**
 * Exponential back-off with full jitter: any moment up to the longest, so that those who failed together do not
 * come back together. A server that asks all of them to wait for the same moment is given as much time again.
 *
 * @param count How often it was sent again already.
 * @param first How long the first pause is at most, in milliseconds; each later one may be twice as long.
 * @param longest The most, in milliseconds.
 * @param asked How long the server wants to be left alone, in milliseconds.
 */
export function pauseAfter(count: number, first: number, longest: number, asked = 0): number {
  return asked + Math.random() * Math.max(asked, Math.min(longest, first * 2 ** count));
}

/** Waits so long, in milliseconds; not longer than the signal lets it, or than until the window hears of this event. */
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

/** No wait is longer, whoever asks for it. An hour, in milliseconds. */
export const LONGEST_WAIT = 3_600_000;

/** How long what is kept is left alone after the first failure, the second, and so on, in milliseconds. */
const WAITS = [30_000, 120_000, 600_000, 1_800_000, LONGEST_WAIT] as const;

/** The same after so many tries, at least one. */
export function waitAfter(tries: number): number {
  return WAITS[tries - 1] ?? LONGEST_WAIT;
}
