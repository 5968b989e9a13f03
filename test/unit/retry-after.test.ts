import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { subscribe } from '../../src/entries/subscribe.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import { ACCEPTED, askingFor } from '../support/klaviyo-answers.ts';
import {
  ENDPOINT,
  FIELDS,
  LEAST,
  MOST,
  secondsOf,
  stubChance,
  subscribeNow,
} from '../support/subscribe-now.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-01T12:00:00Z') });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('what the server asks for in Retry-After', () => {
  test.each([429, 500, 503])('counts with status %i', async (status) => {
    stubChance(LEAST);
    const requests = startKlaviyo(askingFor('7', status), ACCEPTED);
    expect(await subscribeNow()).toEqual({ ok: true });
    expect(secondsOf(requests)).toEqual([0, 7]);
  });

  test('is waited for, and then as long again at most', async () => {
    for (const chance of [LEAST, 0.5, MOST]) {
      stubChance(chance);
      const requests = startKlaviyo(askingFor('5'), ACCEPTED);
      expect(await subscribeNow()).toEqual({ ok: true });
      expect(requests[1]?.at).toBeGreaterThanOrEqual(5000);
      expect(requests[1]?.at).toBeLessThanOrEqual(10_000);
    }
  });

  test('may be a date', async () => {
    stubChance(LEAST);
    const requests = startKlaviyo(askingFor('Sun, 01 Mar 2026 12:00:10 GMT'), ACCEPTED);
    expect(await subscribeNow()).toEqual({ ok: true });
    expect(secondsOf(requests)).toEqual([0, 10]);
  });

  test.each([
    'Sun, 01 Mar 2026 11:59:00 GMT',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '0',
    '-5',
    '',
    ' ',
    'soon',
    'NaN',
    '-Infinity',
    '1,5',
    '{}',
    '<b>10</b>',
  ])('is nothing when it is %j', async (after) => {
    stubChance(LEAST);
    const requests = startKlaviyo(askingFor(after), ACCEPTED);
    expect(await subscribeNow()).toEqual({ ok: true });
    expect(secondsOf(requests)).toEqual([0, 0]);
  });

  test.each(['16', '3600', '1e9', 'Infinity', 'Sun, 01 Mar 2026 12:00:16 GMT'])(
    'is not waited for when it is %s, beyond fifteen seconds: that is the result at once',
    async (after) => {
      stubChance(LEAST);
      const requests = startKlaviyo(askingFor(after), ACCEPTED);
      const onRetry = vi.fn();
      const outcome = subscribe(FIELDS, { endpoint: ENDPOINT, onRetry });
      // No time passes.
      await vi.advanceTimersByTimeAsync(0);
      expect(await outcome).toMatchObject({ ok: false, reason: 'rateLimited', status: 429 });
      expect(requests).toHaveLength(1);
      expect(onRetry).not.toHaveBeenCalled();
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  test.each<[string, number]>([
    ['0', 0],
    ['2', 2000],
    ['0.5', 500],
    [' 90 ', 90_000],
    ['Sun, 01 Mar 2026 12:02:00 GMT', 120_000],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['3600', 3_600_000],
    ['3601', 3_600_000],
    ['1e300', 3_600_000],
    ['Infinity', 3_600_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 3_600_000],
    ['tomorrow', 0],
  ])('%j reaches the caller in milliseconds, at most an hour: %i', async (after, retryAfter) => {
    startKlaviyo(askingFor(after));
    expect(await subscribeNow({ retries: 0 })).toMatchObject({ reason: 'rateLimited', retryAfter });
  });

  test('that adds up to more than fifteen seconds is not waited for', async () => {
    stubChance(LEAST);
    const requests = startKlaviyo(askingFor('6'));
    expect(await subscribeNow()).toMatchObject({ reason: 'rateLimited', retryAfter: 6000 });
    expect(secondsOf(requests)).toEqual([0, 6, 12]);
  });
});
