import { describe, expect, test, vi } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import { ACCEPTED, BROKEN, MISSING, REFUSED, type Reply } from '../support/klaviyo-answers.ts';
import { Locks, provideLocks } from '../support/locks.ts';
import {
  dropTimerArguments,
  keptVariants,
  leaveUnsent,
  makeOlder,
  NOW,
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

  test('announce once what was sent by two of them at the same time', async () => {
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
    // The form of the second tab announces this one.
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
    makeOlder(30_000);
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

/** The values that are stored under a key from now on, as the events in another tab have them. */
function recordStored(): (string | null)[] {
  const stored: (string | null)[] = [];
  const storage = localStorage;
  const recording = new Proxy(storage, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...values: [string, string]) => {
        if (name === 'setItem') stored.push(values[1]);
        if (name === 'removeItem' && target.getItem(values[0]) !== null) stored.push(null);
        return value.apply(target, values);
      };
    },
  });
  vi.spyOn(globalThis, 'localStorage', 'get').mockReturnValue(recording);
  return stored;
}

/** The event that a browser sends to every tab except the one that has stored something; without a key all of it is gone. */
function announceStorage(key: string | null, newValue: string | null = null): void {
  dispatchEvent(new StorageEvent('storage', { key, newValue }));
}

/** A tab whose form says that the subscription is kept. */
async function keepOne() {
  startKlaviyo('unreachable');
  const tab = await openPage({ retries: 0 });
  const { kept } = await press(tab.outbox);
  if (!kept) throw new Error('It is not kept.');
  return { ...tab, key: kept };
}

const GONE = { ok: false, reason: 'aborted' };

describe('what another tab has done with what was kept here', () => {
  test.each<[string, Reply, object]>([
    ['accepted', ACCEPTED, { ok: true }],
    ['refused', REFUSED, { ok: false, reason: 'refused' }],
    ['fieldMissing', MISSING, { ok: false, reason: 'fieldMissing', field: 'store' }],
  ])('reaches this one as what it was: %s', async (_name, reply, result) => {
    watchConsole();
    const { key, elsewhere, settled } = await keepOne();
    makeOlder(30_000);
    startKlaviyo(reply);
    const other = await openPage();
    const stored = recordStored();
    other.outbox.sendKept();
    await settleDown();
    // First of all that it is under way, beside what was kept.
    expect(stored).toEqual([expect.any(String), expect.any(String), null]);
    expect(stored[1]).not.toMatch(/sam|example|2003|No\./);
    expect(readStorage()).toEqual({});
    for (const newValue of stored) announceStorage(key, newValue);
    expect(elsewhere).toMatchObject([{ key, result }]);
    // The tab that has sent it announces it to the merchant.
    expect(settled).toEqual([]);
    expect(other.settled).toMatchObject([{ key, result }]);
    expect(other.elsewhere).toEqual([]);
  });

  test('is reported when it is there no more, and nobody has sent it', async () => {
    const { key, elsewhere } = await keepOne();
    localStorage.removeItem(key);
    announceStorage(key);
    announceStorage(key);
    expect(elsewhere).toEqual([{ key, result: GONE }]);
  });

  test('is reported when everything is there no more', async () => {
    const { key, elsewhere } = await keepOne();
    localStorage.clear();
    announceStorage(null);
    expect(elsewhere).toEqual([{ key, result: GONE }]);
  });

  test('is none of the events of another storage', async () => {
    const { elsewhere } = await keepOne();
    // As `sessionStorage` does when it is emptied.
    announceStorage(null);
    expect(elsewhere).toEqual([]);
    expect(keptVariants()).toEqual(['2003']);
  });

  test.each(['{', 'null', '[]', '{"answer": null}', '{"answer": {"ok": 1}}', '{"answer": 7}'])(
    'is none of it when it is spoilt: %s',
    async (spoilt) => {
      const { key, elsewhere } = await keepOne();
      announceStorage(key, spoilt);
      expect(elsewhere).toEqual([]);
    },
  );

  test('is nothing yet when it is kept anew', async () => {
    const { key, elsewhere } = await keepOne();
    announceStorage(key, localStorage.getItem(key));
    expect(elsewhere).toEqual([]);
  });

  test('is reported in its turn, although it is all done when this tab hears of it', async () => {
    startKlaviyo('unreachable');
    const { outbox, elsewhere } = await openPage({ retries: 0 });
    const keys = [await press(outbox, '1'), await press(outbox, '2')].map(({ kept }) => kept ?? '');
    localStorage.clear();
    for (const key of keys) {
      announceStorage(key, '{"answer":{"ok":true}}');
      announceStorage(key);
    }
    expect(elsewhere).toEqual(keys.map((key) => ({ key, result: { ok: true } })));
  });

  test('is waited for when it is gone, and given up when nobody has announced it a moment later', async () => {
    const { outbox, key, elsewhere } = await keepOne();
    localStorage.clear();
    outbox.sendKept();
    await settleDown();
    expect(elsewhere).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(elsewhere).toEqual([{ key, result: GONE }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is reported also where something on the page calls timers without their arguments', async () => {
    const { outbox, key, elsewhere } = await keepOne();
    dropTimerArguments();
    localStorage.clear();
    outbox.sendKept();
    await vi.advanceTimersByTimeAsync(1000);
    expect(elsewhere).toEqual([{ key, result: GONE }]);
  });

  test('is reported when it has become too old', async () => {
    const { outbox, key, elsewhere } = await keepOne();
    vi.setSystemTime(NOW + 86_400_000);
    outbox.sendKept();
    await vi.advanceTimersByTimeAsync(1000);
    expect(elsewhere).toEqual([{ key, result: GONE }]);
    expect(readStorage()).toEqual({});
  });

  test('throws nothing into the page when it cannot be shown', async () => {
    const { errors } = watchConsole();
    startKlaviyo('unreachable');
    const fail = () => {
      throw new Error('cannot be shown');
    };
    const { outbox } = await openPage({ retries: 0 }, { answeredElsewhere: fail });
    await press(outbox);
    localStorage.clear();
    outbox.sendKept();
    await vi.advanceTimersByTimeAsync(1000);
    expect(errors).toEqual(['[back-in-stock] Error: cannot be shown']);
  });

  test('leaves alone what other scripts keep', async () => {
    await keepOne();
    localStorage.setItem('theirs', 'spoilt');
    announceStorage('theirs');
    announceStorage('back-in-stock:other');
    expect(localStorage.getItem('theirs')).toBe('spoilt');
  });

  test('is reported no more after destroy', async () => {
    const { outbox, key, elsewhere } = await keepOne();
    outbox.destroy();
    localStorage.clear();
    announceStorage(key, '{"answer":{"ok":true}}');
    announceStorage(null);
    await vi.runAllTimersAsync();
    expect(elsewhere).toEqual([]);
  });
});
