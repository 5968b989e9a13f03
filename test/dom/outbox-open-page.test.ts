import { describe, expect, test, vi } from 'vitest';
import { startKlaviyo } from '../support/klaviyo.ts';
import { ACCEPTED, BROKEN, CLIENT_ACCEPTED } from '../support/klaviyo-answers.ts';
import {
  dropTimerArguments,
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
import { LEAST, MOST, secondsOf, stubChance } from '../support/subscribe-now.ts';

useOutboxes();

const HOUR = 3_600_000;

describe('while the page stays open', () => {
  test('it is tried again also where something on the page calls timers without their arguments', async () => {
    const requests = startKlaviyo(BROKEN);
    dropTimerArguments();
    const { outbox } = await openPage({ retries: 0 });
    await press(outbox);
    await vi.advanceTimersByTimeAsync(HOUR / 2);
    expect(requests.length).toBeGreaterThan(1);
  });

  test.each([
    ['least', LEAST, [0, 0.5, 2.5, 12.5, 42.5, 102.5, 162.5, 222.5]],
    ['most', MOST, [0, 1, 5, 25, 85, 205, 325, 445]],
  ])(
    'it is tried again after half a minute, two, ten, thirty, and then after an hour, when chance gives its %s',
    async (_name, chance, minutes) => {
      stubChance(chance);
      const requests = startKlaviyo(BROKEN);
      const { outbox } = await openPage({ retries: 0 });
      await press(outbox);
      await vi.advanceTimersByTimeAsync(10 * HOUR);
      const times = secondsOf(requests).map((seconds) => seconds / 60);
      expect(times.slice(0, minutes.length)).toEqual(minutes);
    },
  );

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
    startKlaviyo(CLIENT_ACCEPTED, BROKEN);
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
