import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Api, SERVER_ENDPOINT, subscribe } from '../../src/entries/subscribe.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import {
  ACCEPTED,
  BROKEN,
  CLIENT_ACCEPTED,
  REFUSAL,
  REFUSED,
  type Reply,
} from '../support/klaviyo-answers.ts';
import { FIELDS } from '../support/subscribe-now.ts';

// A server has none of what only a page has.
describe.each([
  ['as it is', () => {}],
  [
    'of an older version, without a navigator',
    () => {
      vi.stubGlobal('navigator', undefined);
    },
  ],
  [
    'whose storage throws when it is looked at',
    () => {
      Object.defineProperty(globalThis, 'localStorage', {
        configurable: true,
        get() {
          throw new Error('localStorage is not there.');
        },
      });
    },
  ],
])('in Node %s', (_name, prepare) => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');

  beforeEach(() => {
    vi.useFakeTimers();
    prepare();
    expect(typeof document).toBe('undefined');
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    Reflect.deleteProperty(globalThis, 'localStorage');
    if (before) Object.defineProperty(globalThis, 'localStorage', before);
  });

  test.each<[Api, Reply, string]>([
    ['onsite', ACCEPTED, SERVER_ENDPOINT],
    [
      'client',
      CLIENT_ACCEPTED,
      'https://a.klaviyo.com/client/back-in-stock-subscriptions?company_id=DEMO01',
    ],
  ])('a subscription by %s is sent', async (api, reply, address) => {
    const requests = startKlaviyo(reply);
    const outcome = subscribe(FIELDS, { api });
    await vi.runAllTimersAsync();
    expect(await outcome).toEqual({ ok: true });
    expect(requests.map((sent) => sent.address)).toEqual([address]);
  });

  test('a subscription is sent again, and the caller hears of it', async () => {
    const requests = startKlaviyo(BROKEN, 'unreachable', ACCEPTED);
    const onRetry = vi.fn();
    const outcome = subscribe(FIELDS, { retries: 2, onRetry });
    await vi.runAllTimersAsync();
    expect(await outcome).toEqual({ ok: true });
    expect(requests).toHaveLength(3);
    expect(onRetry).toHaveBeenCalledTimes(2);
  });

  test('a subscription is refused', async () => {
    startKlaviyo(REFUSED);
    expect(await subscribe(FIELDS)).toEqual({ ok: false, reason: 'refused', messages: [REFUSAL] });
  });

  test('an address is sent without what nobody sees', async () => {
    const requests = startKlaviyo(ACCEPTED);
    const email = '\u202a sam@\u200bexample.com\u00a0\u202c';
    expect(await subscribe({ ...FIELDS, email })).toEqual({ ok: true });
    expect(new URLSearchParams(requests[0]?.body).get('email')).toBe('sam@example.com');
  });

  test('nothing is kept: what fails has failed, and no timer is left', async () => {
    const requests = startKlaviyo('unreachable');
    expect(await subscribe(FIELDS, { retries: 0 })).toEqual({ ok: false, reason: 'unreachable' });
    expect(vi.getTimerCount()).toBe(0);
    expect(requests).toHaveLength(1);
  });

  test('a relay, whose address is none without a page, is unreachable', async () => {
    vi.stubGlobal('fetch', (address: string) => {
      new URL(address);
    });
    expect(await subscribe(FIELDS, { api: 'relay', retries: 0 })).toEqual({
      ok: false,
      reason: 'unreachable',
    });
  });

  test.each<[string, object]>([
    ['that is not asked for, though given', { consent: true }],
    ['that is not asked for', {}],
  ])('a consent %s changes nothing', async (_consent, given) => {
    const requests = startKlaviyo(ACCEPTED);
    expect(await subscribe({ ...FIELDS, ...given })).toEqual({ ok: true });
    expect(requests[0]?.body).not.toContain('consent');
  });

  test('a consent that is missing sends nothing', async () => {
    const requests = startKlaviyo(ACCEPTED);
    expect(await subscribe({ ...FIELDS, consent: false })).toEqual({
      ok: false,
      reason: 'invalid',
      mistakes: { consent: 'missing' },
    });
    expect(requests).toEqual([]);
  });
});
