import type { Callbacks, EventDetail, EventName } from './configuration/options.ts';

const logged = new Set<string>();

/**
 * Writes one line for the merchant to the console, and the same line only once.
 * Nothing a shopper typed may be passed here.
 */
export function log(message: string, level: 'error' | 'warn' = 'error'): void {
  if (logged.has(message)) return;
  logged.add(message);
  console[level](`[back-in-stock] ${message}`);
}

/**
 * Wraps a function that the page calls (a listener, an observer, a merchant's callback) so that it
 * never throws into the page: an error is logged once in the console, and the call gives undefined.
 */
export function guard<Arguments extends unknown[], Result>(
  run: (...values: Arguments) => Result,
): (...values: Arguments) => Result | undefined {
  return (...values) => {
    try {
      const result = run(...values);
      // A promise that fails later would be the page's "unhandled rejection".
      return result instanceof Promise ? (result.catch(logError) as Result) : result;
    } catch (error) {
      logError(error);
    }
  };
}

function logError(error: unknown): void {
  log(`${error}`);
}

/**
 * Tells the merchant what has happened: by the callback of that name, and by an event on the document, for
 * example `back-in-stock:shown`. The detail never holds the shopper's e-mail address.
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

/** Undoes what the function that returned it began. Calling it again does nothing. */
export type Dispose = () => void;

/** One disposal for several, run in reverse order of their beginning. */
export function disposeAll(disposals: Dispose[]): Dispose {
  return () => {
    for (let dispose = disposals.pop(); dispose; dispose = disposals.pop()) dispose();
  };
}
