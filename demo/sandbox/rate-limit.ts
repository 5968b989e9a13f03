import type { Answerer } from './answerers.ts';
import { answerErrors } from './client-api.ts';

/** "350/s burst; 3500/m steady": the most requests of one account in a fixed window of time. */
const WINDOWS = [
  { milliseconds: 1000, most: 350 },
  { milliseconds: 60_000, most: 3500 },
];

/** Counts the requests of each account, as Klaviyo does for its current API. */
export class RateLimit {
  readonly #now: () => number;
  readonly #counts = new Map<string, { readonly start: number; count: number }>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Counts one more request and returns 0, or returns after how many seconds another one is allowed. */
  take(account: string): number {
    const now = this.#now();
    const windows = WINDOWS.map(({ milliseconds, most }) => {
      const start = now - (now % milliseconds);
      const window = this.#window(`${milliseconds} ${account}`, start);
      return { window, wait: window.count < most ? 0 : start + milliseconds - now };
    });
    const wait = Math.max(...windows.map((each) => each.wait));
    if (wait === 0) for (const { window } of windows) window.count += 1;
    return Math.ceil(wait / 1000);
  }

  forget(): void {
    this.#counts.clear();
  }

  #window(name: string, start: number) {
    const known = this.#counts.get(name);
    if (known?.start === start) return known;
    const window = { start, count: 0 };
    this.#counts.set(name, window);
    return window;
  }
}

/** An answerer that refuses calls when an account calls too often. Each endpoint counts separately. */
export function limitRate(answerer: Answerer, rateLimit: RateLimit): Answerer {
  return {
    matches: (call) => answerer.matches(call),
    answer: (call, store) => {
      const account = call.query.get('company_id') ?? '';
      const seconds = rateLimit.take(`${call.path} ${account}`);
      if (seconds === 0) return answerer.answer(call, store);
      const detail = `Request was throttled. Expected available in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
      const throttled = answerErrors(429, [
        {
          code: 'throttled',
          title: 'Request was throttled.',
          detail,
          source: { pointer: '/data/' },
        },
      ]);
      return { ...throttled, headers: { 'Retry-After': String(seconds) } };
    },
  };
}
