import { describe, expect, test, vi } from 'vitest';
import { ACCEPTED, BROKEN, type Reply, startKlaviyo } from '../support/klaviyo.ts';
import { Locks, provideLocks } from '../support/locks.ts';
import {
  keptVariants,
  leaveUnsent,
  openPage,
  press,
  sentVariants,
  settleDown,
  useOutboxes,
} from '../support/outbox.ts';
import { readStorage } from '../support/storage.ts';

useOutboxes();

describe('several tabs, on a secure page,', () => {
  test('send what is kept once between them', async () => {
    await leaveUnsent('1', '2', '3');
    provideLocks();
    const requests = startKlaviyo(ACCEPTED);
    const tabs = [await openPage(), await openPage(), await openPage()];
    for (const { outbox } of tabs) outbox.sendKept();
    await settleDown();
    expect(sentVariants(requests)).toEqual(['1', '2', '3']);
    expect(tabs.flatMap(({ settled }) => settled)).toHaveLength(3);
    expect(readStorage()).toEqual({});
  });

  test('leave alone what a shopper waits for in one of them', async () => {
    provideLocks();
    const requests = startKlaviyo('silent');
    const [first, second] = [await openPage(), await openPage()];
    const outcome = press(first.outbox);
    await settleDown();
    second.outbox.sendKept();
    await settleDown();
    expect(requests).toHaveLength(1);
    expect(keptVariants()).toEqual(['2003']);
    await vi.runAllTimersAsync();
    await outcome;
  });

  test('let a shopper send what another of them is just sending again', async () => {
    await leaveUnsent('2003');
    provideLocks();
    const requests = startKlaviyo('silent', ACCEPTED);
    const [first, second] = [await openPage(), await openPage()];
    first.outbox.sendKept();
    await settleDown();
    expect(await press(second.outbox)).toEqual({ ok: true });
    expect(requests).toHaveLength(2);
    expect(readStorage()).toEqual({});
  });

  test('tell once what was sent by two of them at the same time', async () => {
    await leaveUnsent('2003');
    provideLocks();
    let answer = (_reply: Reply) => {};
    startKlaviyo(
      () =>
        new Promise<Reply>((resolve) => {
          answer = resolve;
        }),
      ACCEPTED,
    );
    const [first, second] = [await openPage(), await openPage()];
    first.outbox.sendKept();
    await settleDown();
    // The form of the second tab tells of this one.
    expect(await press(second.outbox)).toEqual({ ok: true });
    answer(ACCEPTED);
    await settleDown();
    expect([...first.settled, ...second.settled]).toEqual([]);
  });

  test('do not wait for one that is closed while it sends', async () => {
    await leaveUnsent('2003');
    const locks = provideLocks();
    startKlaviyo('silent');
    const first = await openPage();
    first.outbox.sendKept();
    await settleDown();
    first.outbox.destroy();
    await settleDown();
    expect(locks.held).toEqual([]);
    const requests = startKlaviyo(ACCEPTED);
    const second = await openPage();
    second.outbox.sendKept();
    await settleDown();
    expect(sentVariants(requests)).toEqual(['2003']);
  });

  test('hold no lock when nothing is sent', async () => {
    const locks = provideLocks();
    startKlaviyo(BROKEN, ACCEPTED);
    const { outbox } = await openPage({ retries: 0 });
    await press(outbox);
    await vi.runAllTimersAsync();
    expect(locks).toBeInstanceOf(Locks);
    expect(locks.held).toEqual([]);
  });
});

test('two tabs without locks lose nothing, although they may send it twice', async () => {
  await leaveUnsent('1', '2');
  const requests = startKlaviyo(ACCEPTED);
  const tabs = [await openPage(), await openPage()];
  for (const { outbox } of tabs) outbox.sendKept();
  await settleDown();
  expect(new Set(sentVariants(requests))).toEqual(new Set(['1', '2']));
  expect(readStorage()).toEqual({});
});
