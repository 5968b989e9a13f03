import { describe, expect, test, vi } from 'vitest';
import { ACCEPTED, BROKEN, startKlaviyo } from '../support/klaviyo.ts';
import {
  goOnline,
  keptVariants,
  leaveUnsent,
  offerOf,
  openPage,
  press,
  sentVariants,
  settleDown,
  useOutboxes,
} from '../support/outbox.ts';
import { secondsOf, stubChance } from '../support/subscribe-now.ts';

useOutboxes();

const HOUR = 3_600_000;

describe('while the page stays open', () => {
  test('it is tried again after at most half a minute, then after at most twice as long, never later than ten minutes', async () => {
    stubChance(1 - 2 ** -53);
    const requests = startKlaviyo(BROKEN);
    const { outbox } = await openPage({ retries: 0 });
    await press(outbox);
    await vi.advanceTimersByTimeAsync(2 * HOUR);
    const times = secondsOf(requests).slice(0, 9);
    expect(times).toEqual([0, 30, 90, 210, 450, 930, 1530, 2130, 2730]);
  });

  test('the pauses never become longer than ten minutes', async () => {
    stubChance(1 - 2 ** -53);
    const requests = startKlaviyo(BROKEN);
    const { outbox } = await openPage({ retries: 0 });
    await press(outbox);
    await vi.advanceTimersByTimeAsync(20 * HOUR);
    const times = requests.map(({ at }) => at);
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(600_000);
    expect(pauses.slice(5).every((pause) => pause >= 599_000)).toBe(true);
  });

  test('there is one timer, however much is kept', async () => {
    startKlaviyo('unreachable');
    const { outbox } = await openPage({ retries: 0 });
    for (const variant of ['1', '2', '3']) await press(outbox, variant);
    expect(vi.getTimerCount()).toBe(1);
  });

  test('there is none when nothing is kept', async () => {
    startKlaviyo(ACCEPTED);
    const { outbox } = await openPage();
    outbox.sendKept();
    await settleDown();
    await press(outbox);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('there is none after all has got its answer', async () => {
    const requests = startKlaviyo(BROKEN, ACCEPTED);
    const { outbox, settled } = await openPage({ retries: 0 });
    await press(outbox);
    await vi.runAllTimersAsync();
    expect(requests).toHaveLength(2);
    expect(settled).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('the network sends all of it when it comes back', async () => {
    startKlaviyo('unreachable');
    goOnline(false);
    const { outbox, settled } = await openPage();
    await press(outbox, '1');
    await press(outbox, '2');
    const requests = startKlaviyo(ACCEPTED);
    goOnline(true);
    await settleDown();
    expect(sentVariants(requests)).toEqual(['1', '2']);
    expect(settled).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('the network sends nothing when it goes', async () => {
    stubChance(0.9);
    const requests = startKlaviyo(BROKEN);
    const { outbox } = await openPage({ retries: 0 });
    await press(outbox);
    goOnline(false);
    await settleDown();
    expect(requests).toHaveLength(1);
  });
});

describe('destroy', () => {
  test('leaves no timer, and nothing is sent any more', async () => {
    const requests = startKlaviyo(BROKEN);
    const { outbox } = await openPage({ retries: 0 });
    await press(outbox);
    outbox.destroy();
    expect(vi.getTimerCount()).toBe(0);
    goOnline(true);
    await vi.runAllTimersAsync();
    expect(requests).toHaveLength(1);
    expect(keptVariants()).toEqual(['2003']);
  });

  test('leaves no listener', async () => {
    const added = vi.spyOn(window, 'addEventListener');
    const removed = vi.spyOn(window, 'removeEventListener');
    const { outbox } = await openPage();
    outbox.destroy();
    expect(added.mock.calls.length).toBeGreaterThan(0);
    expect(removed.mock.calls).toEqual(added.mock.calls);
  });

  test('ends what is under way of it, which stays for the next page', async () => {
    await leaveUnsent('1', '2');
    const requests = startKlaviyo('silent');
    const { outbox, settled } = await openPage();
    outbox.sendKept();
    await settleDown();
    expect(requests).toHaveLength(1);
    outbox.destroy();
    await settleDown();
    expect(requests[0]?.init.signal?.aborted).toBe(true);
    expect(keptVariants()).toEqual(['1', '2']);
    expect(settled).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    await vi.runAllTimersAsync();
    expect(requests).toHaveLength(1);
  });

  test('leaves no timer of a newsletter either', async () => {
    stubChance(0.5);
    startKlaviyo({ status: 202 }, BROKEN);
    const { outbox } = await openPage({ api: 'client' });
    const fields = { a: 'DEMO01', email: 'sam@example.com', variant: '2003', store: '1' };
    const outcome = outbox.deliver({ ...fields, g: 'XyZ123' }, offerOf('2003'), {});
    await settleDown();
    expect(await outcome).toEqual({ ok: true });
    outbox.destroy();
    await settleDown();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('twice is the same as once', async () => {
    const { outbox } = await openPage();
    outbox.destroy();
    expect(() => outbox.destroy()).not.toThrow();
  });
});
