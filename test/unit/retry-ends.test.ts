import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { subscribe } from '../../src/entries/subscribe.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import { ACCEPTED, BROKEN, BUSY } from '../support/klaviyo-answers.ts';
import {
  ENDPOINT,
  FIELDS,
  LEAST,
  MOST,
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

describe('onRetry', () => {
  test('is called once for each pause, before it', async () => {
    stubChance(MOST);
    const requests = startKlaviyo(BROKEN, BROKEN, BROKEN, ACCEPTED);
    const sentBefore: number[] = [];
    const outcome = subscribe(FIELDS, {
      endpoint: ENDPOINT,
      onRetry: () => sentBefore.push(requests.length),
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(sentBefore).toEqual([1]);
    await vi.runAllTimersAsync();
    expect(await outcome).toEqual({ ok: true });
    expect(sentBefore).toEqual([1, 2, 3]);
  });

  test('is not called after the last failure, which no pause follows', async () => {
    stubChance(LEAST);
    startKlaviyo(BROKEN);
    const onRetry = vi.fn();
    await subscribeNow({ retries: 2, onRetry });
    expect(onRetry).toHaveBeenCalledTimes(2);
  });

  test('that throws does not make the promise reject', async () => {
    startKlaviyo(BROKEN, ACCEPTED);
    const outcome = subscribe(FIELDS, {
      endpoint: ENDPOINT,
      onRetry() {
        throw new Error('The caller’s own mistake.');
      },
    }).catch(() => 'rejected');
    await vi.runAllTimersAsync();
    expect(await outcome).toMatchObject({ ok: expect.any(Boolean) });
  });
});

describe('a caller who aborts', () => {
  test('while it pauses ends it at once, with nothing left behind', async () => {
    stubChance(MOST);
    const controller = new AbortController();
    const { signal } = controller;
    const requests = startKlaviyo(BROKEN);
    const outcome = subscribe(FIELDS, { endpoint: ENDPOINT, signal });
    await vi.advanceTimersByTimeAsync(500);
    controller.abort();
    expect(await outcome).toMatchObject({ ok: false, reason: 'aborted' });
    expect(requests).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('from onRetry ends it at once', async () => {
    stubChance(MOST);
    const controller = new AbortController();
    const requests = startKlaviyo(BROKEN);
    let result: unknown;
    void subscribe(FIELDS, {
      endpoint: ENDPOINT,
      signal: controller.signal,
      onRetry: () => controller.abort(),
    }).then((one) => {
      result = one;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(result).toMatchObject({ ok: false, reason: 'aborted' });
    expect(requests).toHaveLength(1);
  });

  test('during a later request ends that', async () => {
    stubChance(LEAST);
    const controller = new AbortController();
    const requests = startKlaviyo(BROKEN, 'silent');
    const outcome = subscribe(FIELDS, { endpoint: ENDPOINT, signal: controller.signal });
    await vi.advanceTimersByTimeAsync(100);
    expect(requests).toHaveLength(2);
    controller.abort();
    expect(await outcome).toMatchObject({ ok: false, reason: 'aborted' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('after it has ended changes nothing', async () => {
    const controller = new AbortController();
    startKlaviyo(BROKEN, ACCEPTED);
    const outcome = subscribe(FIELDS, { endpoint: ENDPOINT, signal: controller.signal });
    await vi.runAllTimersAsync();
    controller.abort();
    expect(await outcome).toEqual({ ok: true });
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  test('may use one signal for many subscriptions, which leave nothing on it', async () => {
    const { signal } = new AbortController();
    startKlaviyo(BROKEN, BUSY, ACCEPTED);
    for (let count = 0; count < 5; count += 1) await subscribeNow({ signal });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
