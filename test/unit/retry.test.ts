import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { subscribe } from '../../src/entries/subscribe.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import {
  ACCEPTED,
  BROKEN,
  BUSY,
  inTrouble,
  MISSING,
  REFUSED,
  type Reply,
} from '../support/klaviyo-answers.ts';
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

describe('what may pass', () => {
  test.each<[string, Reply, string]>([
    ['a connection that breaks', 'unreachable', 'unreachable'],
    ['a time-out', 'silent', 'timeout'],
    ['too many requests', BUSY, 'rateLimited'],
    ['a server in trouble', BROKEN, 'serverError'],
    ['a bad gateway', inTrouble('502'), 'serverError'],
    ['a server that is busy', inTrouble('503'), 'serverError'],
    ['a gateway’s time-out', inTrouble('504'), 'timeout'],
    ['a gateway that says no', { ...REFUSED, status: 504 }, 'timeout'],
    ['a gateway that says yes', { ...ACCEPTED, status: 504 }, 'timeout'],
    ['a status of a proxy’s own', { status: 520, body: '' }, 'serverError'],
  ])('%s is tried again, and is the result when it does not pass', async (_name, reply, reason) => {
    stubChance(LEAST);
    const requests = startKlaviyo(reply);
    expect(await subscribeNow({ timeout: 1000 })).toMatchObject({ ok: false, reason });
    expect(requests).toHaveLength(5);
    for (const { body } of requests) expect(body).toBe(requests[0]?.body);
  });

  test('is forgotten as soon as there is another answer', async () => {
    const requests = startKlaviyo('unreachable', BROKEN, BUSY, ACCEPTED);
    expect(await subscribeNow()).toEqual({ ok: true });
    expect(requests).toHaveLength(4);
  });

  test('ends with an answer that will not change', async () => {
    const requests = startKlaviyo(BROKEN, REFUSED);
    expect(await subscribeNow()).toMatchObject({ reason: 'refused' });
    expect(requests).toHaveLength(2);
  });
});

describe('what will not pass is not sent again:', () => {
  test.each<[string, Reply]>([
    ['success', ACCEPTED],
    ['refused', REFUSED],
    ['fieldMissing', MISSING],
    ['htmlAnswer', inTrouble('html')],
    ['emptyAnswer', inTrouble('empty')],
    ['brokenAnswer', inTrouble('truncated')],
    ['unknownAnswer', { body: '{}' }],
    ['unknownAnswer', inTrouble('400')],
    ['unknownAnswer', inTrouble('410')],
    ['htmlAnswer', { status: 403, body: '<h1>Forbidden</h1>' }],
    ['refused', { ...REFUSED, status: 503 }],
    ['success', { ...ACCEPTED, status: 500 }],
  ])('%s, as in %j', async (reason, reply) => {
    const requests = startKlaviyo(reply);
    const onRetry = vi.fn();
    const result = await subscribeNow({ onRetry });
    expect(result).toMatchObject(reason === 'success' ? { ok: true } : { reason });
    expect(requests).toHaveLength(1);
    expect(onRetry).not.toHaveBeenCalled();
  });

  test('what cannot be right, which is not even sent once', async () => {
    const requests = startKlaviyo();
    const result = await subscribeNow({}, { ...FIELDS, email: 'sam' });
    expect(result).toMatchObject({ reason: 'invalid' });
    expect(requests).toEqual([]);
  });

  test('anything while the device is offline', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const requests = startKlaviyo('unreachable');
    expect(await subscribeNow()).toEqual({ ok: false, reason: 'offline' });
    expect(requests).toHaveLength(1);
  });
});

describe('how often', () => {
  test.each([0, 1, 2, 4, 10])('is at most %i times more, as the caller says', async (retries) => {
    stubChance(LEAST);
    const requests = startKlaviyo(BROKEN);
    expect(await subscribeNow({ retries })).toMatchObject({ reason: 'serverError' });
    expect(requests).toHaveLength(retries + 1);
  });

  test('is four times more where the caller says nothing', async () => {
    stubChance(LEAST);
    const requests = startKlaviyo(BUSY);
    await subscribeNow();
    expect(requests).toHaveLength(5);
  });
});

describe('the pauses', () => {
  test('are none at all when chance gives its least', async () => {
    stubChance(LEAST);
    const requests = startKlaviyo(BROKEN);
    await subscribeNow();
    expect(secondsOf(requests)).toEqual([0, 0, 0, 0, 0]);
  });

  test('grow from a second to eight when chance gives its most, and end within fifteen seconds', async () => {
    stubChance(MOST);
    const requests = startKlaviyo(BROKEN);
    expect(await subscribeNow({ retries: 10 })).toMatchObject({ reason: 'serverError' });
    expect(secondsOf(requests)).toEqual([0, 1, 3, 7, 15]);
  });

  test('are half as long when chance gives half', async () => {
    stubChance(0.5);
    const requests = startKlaviyo(BROKEN);
    await subscribeNow({ retries: 5 });
    expect(secondsOf(requests)).toEqual([0, 0.5, 1.5, 3.5, 7.5, 11.5]);
  });

  test('are within these bounds whatever chance gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(10),
        // In millionths: the timers of the tests read a pause of 8e-9 milliseconds as one of 8, other than browsers.
        fc.array(
          fc.nat(999_999).map((millionths) => millionths / 1_000_000),
          { minLength: 11, maxLength: 11 },
        ),
        async (retries, chances) => {
          const chance = vi.spyOn(Math, 'random');
          for (const value of chances) chance.mockReturnValueOnce(value);
          const requests = startKlaviyo(BROKEN);
          await subscribeNow({ retries });
          chance.mockReset();
          expect(requests.length).toBeLessThanOrEqual(retries + 1);
          expect(requests.at(-1)?.at).toBeLessThanOrEqual(15_000);
          for (const [count, { at }] of requests.slice(1).entries()) {
            const pause = at - (requests[count]?.at ?? 0);
            expect(pause).toBeGreaterThanOrEqual(0);
            expect(pause).toBeLessThanOrEqual(Math.min(8000, 1000 * 2 ** count));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('differ, so that those who failed together do not come back together', async () => {
    const times = new Set<number>();
    for (let shopper = 0; shopper < 20; shopper += 1) {
      const requests = startKlaviyo(BROKEN, ACCEPTED);
      await subscribeNow();
      times.add(requests[1]?.at ?? 0);
    }
    expect(times.size).toBeGreaterThan(10);
  });

  test('end within fifteen seconds also where every answer takes its time', async () => {
    stubChance(LEAST);
    const requests = startKlaviyo('silent');
    expect(await subscribeNow({ timeout: 6000, retries: 10 })).toEqual({
      ok: false,
      reason: 'timeout',
    });
    expect(secondsOf(requests)).toEqual([0, 6, 12]);
  });

  test('leave no timer behind', async () => {
    startKlaviyo(BROKEN, BROKEN, ACCEPTED);
    const outcome = subscribe(FIELDS, { endpoint: ENDPOINT });
    await vi.advanceTimersByTimeAsync(3000);
    expect(await outcome).toEqual({ ok: true });
    expect(vi.getTimerCount()).toBe(0);
  });
});
