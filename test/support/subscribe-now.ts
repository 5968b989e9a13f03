import { vi } from 'vitest';
import { type SubscribeOptions, subscribe } from '../../src/entries/subscribe.ts';
import type { Subscription } from '../../src/validation/subscription.ts';

export const FIELDS: Subscription = {
  a: 'DEMO01',
  email: 'sam@example.com',
  variant: '2003',
  store: '1',
};

export const ENDPOINT = 'https://klaviyo.example/';

/** What `Math.random` gives at least and at most. */
export const LEAST = 0;
export const MOST = 1 - 2 ** -53;

/** Chance gives this, every time. */
export const stubChance = (value: number) => vi.spyOn(Math, 'random').mockReturnValue(value);

/** Subscribes while time flies. Needs fake timers. */
export async function subscribeNow(options: SubscribeOptions = {}, fields = FIELDS) {
  const outcome = subscribe(fields, { endpoint: ENDPOINT, ...options });
  await vi.runAllTimersAsync();
  return outcome;
}

/** When each request was sent, in seconds, as exactly as a clock of milliseconds shows it. */
export const secondsOf = (requests: readonly { at: number }[]) =>
  requests.map(({ at }) => Math.ceil(at / 10) / 100);
