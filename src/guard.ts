import type { Callbacks, EventDetail, EventName } from './configuration/options.ts';

const logged = new Set<string>();

/**
 * Logs one line for the merchant in the console, and the same line only once.
 * Callers must never pass anything that a shopper typed.
 */
export function log(message: string, level: 'error' | 'warn' = 'error'): void {
  if (logged.has(message)) return;
  logged.add(message);
  console[level](`[back-in-stock] ${message}`);
}

/**
 * Wraps a function that the page calls (a listener, an observer, a merchant's callback) so that it
 * never throws into the page: it logs an error once in the console, and returns undefined.
 */
export function guard<Arguments extends unknown[], Result>(
  run: (...values: Arguments) => Result,
): (...values: Arguments) => Result | undefined {
  return (...values) => {
    try {
      const result = run(...values);
      // A promise that rejects later would cause an "unhandled rejection" in the page.
      return result instanceof Promise ? (result.catch(logError) as Result) : result;
    } catch (error) {
      logError(error);
    }
  };
}

/** Logs an error that the widget's own code has thrown. For code that catches it without `guard`. */
export function logError(error: unknown): void {
  log(`${error}`);
}

/**
 * Notifies the merchant by the callback of that name, and by an event on the document, for example
 * `back-in-stock:shown`. The detail never contains the shopper's e-mail address.
 */
export function announce(
  page: Document,
  callbacks: Partial<Callbacks>,
  name: EventName,
  detail: EventDetail,
): void {
  guard(() => callbacks[name]?.(detail))();
  page.dispatchEvent(new CustomEvent(`back-in-stock:${name}`, { detail }));
}

/** Undoes what the function that returned it started. Calling it again does nothing. */
export type Dispose = () => void;

/** Combines several disposals into one, which runs them in reverse order. */
export function disposeAll(disposals: Dispose[]): Dispose {
  return () => {
    for (let dispose = disposals.pop(); dispose; dispose = disposals.pop()) dispose();
  };
}
