import { describe, expect, test, vi } from 'vitest';
import { DEFAULTS } from '../../src/configuration/options.ts';
import { createOutbox } from '../../src/subscribe/outbox.ts';
import { watchConsole } from '../support/console.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import {
  ACCEPTED,
  askingFor,
  BROKEN,
  BUSY,
  inTrouble,
  type Reply,
} from '../support/klaviyo-answers.ts';
import { provideLocks } from '../support/locks.ts';
import {
  goOnline,
  keptVariants,
  leaveUnsent,
  NOW,
  offerOf,
  openPage,
  press,
  settleDown,
  useOutboxes,
} from '../support/outbox.ts';
import { fillStorage, readStorage } from '../support/storage.ts';

useOutboxes();

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const CONFIGURATION = { ...DEFAULTS, apiKey: 'DEMO01' };

/** A shopper looks at one page after the other, so often within this time; none of them is open for long. */
async function lookAround(time: number, views: number): Promise<void> {
  for (let view = 0; view < views; view += 1) {
    const outbox = createOutbox(CONFIGURATION, { answered() {} });
    outbox.sendKept();
    await settleDown();
    outbox.destroy();
    vi.setSystemTime(Date.now() + time / views);
  }
}

/** Everything that Klaviyo can do without an answer about a field. */
const TROUBLES: [string, Reply][] = [
  ['no connection', 'unreachable'],
  ['no answer', 'silent'],
  ['no answer, as a gateway says', inTrouble('504')],
  ['too many requests', BUSY],
  ['a server in trouble', BROKEN],
  ['a web page', inTrouble('html')],
  ['an empty answer', inTrouble('empty')],
  ['an answer that breaks off', inTrouble('truncated')],
  ['a retired API', inTrouble('410')],
  ['a refusal without a reason', { status: 403, body: '' }],
];

describe('one browser with one kept subscription does not stop a shop, whatever the answer:', () => {
  test.each(TROUBLES)('%s', async (_name, reply) => {
    watchConsole();
    await leaveUnsent('2003');
    const requests = startKlaviyo(reply);
    await lookAround(29 * SECOND, 100);
    expect(requests).toHaveLength(1);
    await lookAround(2 * SECOND, 10);
    expect(requests).toHaveLength(2);
    // From the second failure, two minutes, then ten, thirty, and an hour each.
    for (const [wait, count] of [
      [2 * MINUTE, 3],
      [10 * MINUTE, 4],
      [30 * MINUTE, 5],
      [HOUR, 6],
      [HOUR, 7],
    ] as const) {
      await lookAround(wait - 10 * SECOND, 50);
      expect(requests).toHaveLength(count - 1);
      await lookAround(20 * SECOND, 50);
      expect(requests).toHaveLength(count);
    }
    expect(keptVariants()).toEqual(['2003']);
  });

  test.each(TROUBLES)('%s, in several tabs that stay open', async (_name, reply) => {
    watchConsole();
    await leaveUnsent('2003');
    provideLocks();
    const requests = startKlaviyo(reply);
    for (let tab = 0; tab < 5; tab += 1) {
      const { outbox } = await openPage();
      outbox.sendKept();
    }
    await vi.advanceTimersByTimeAsync(HOUR);
    const pauses = requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0));
    const least = [30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE];
    expect(requests.length).toBeGreaterThan(2);
    expect(pauses.every((pause, index) => pause >= (least[index] ?? HOUR))).toBe(true);
  });
});

describe('what is under way', () => {
  test('is marked before it is sent, so that nobody else sends it meanwhile', async () => {
    await leaveUnsent('2003');
    const requests = startKlaviyo('silent');
    const pages = [await openPage(), await openPage(), await openPage()];
    for (const { outbox } of pages) {
      outbox.sendKept();
      await settleDown();
    }
    expect(requests).toHaveLength(1);
  });

  test('is marked when the shopper sends it, too', async () => {
    const requests = startKlaviyo('silent');
    const { outbox } = await openPage();
    void press(outbox);
    await settleDown();
    const other = await openPage();
    other.outbox.sendKept();
    await settleDown();
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['by default', {}, 30 * SECOND],
    ['where an answer is waited for longer', { timeout: 60_000 }, 80 * SECOND],
  ])(
    'is sent again when its page has been left and it can have no answer any more, %s',
    async (_name, settings, wait) => {
      startKlaviyo('silent');
      // As when a page is left: nothing of it goes on, and nothing of it ends.
      vi.spyOn(globalThis, 'setTimeout').mockReturnValue(0 as never);
      const left = await openPage(settings);
      void press(left.outbox);
      await settleDown();
      vi.mocked(setTimeout).mockRestore();

      const requests = startKlaviyo(ACCEPTED);
      vi.setSystemTime(NOW + wait - 1);
      const { outbox } = await openPage(settings);
      outbox.sendKept();
      await settleDown();
      expect(requests).toHaveLength(0);
      vi.setSystemTime(NOW + wait);
      outbox.sendKept();
      await settleDown();
      expect(requests).toHaveLength(1);
      expect(readStorage()).toEqual({});
    },
  );

  test('and cannot be marked is not sent, or every page would do so', async () => {
    await leaveUnsent('2003');
    fillStorage();
    const requests = startKlaviyo(BROKEN);
    await lookAround(MINUTE, 10);
    expect(requests).toEqual([]);
    expect(keptVariants()).toEqual(['2003']);
  });
});

describe('the shopper who presses the button herself', () => {
  test('sends at once, however long it would be left alone', async () => {
    const requests = startKlaviyo(askingFor('3600'));
    const { outbox } = await openPage({ retries: 0 });
    await press(outbox);
    await press(outbox);
    expect(requests).toHaveLength(2);
    startKlaviyo(ACCEPTED);
    expect(await press(outbox)).toEqual({ ok: true });
    expect(readStorage()).toEqual({});
  });

  test('shortens no wait by it', async () => {
    startKlaviyo(askingFor('3000'), BROKEN);
    const { outbox } = await openPage({ retries: 0 });
    await press(outbox);
    await press(outbox);
    outbox.destroy();
    const requests = startKlaviyo(BROKEN);
    await lookAround(2999 * SECOND, 100);
    expect(requests).toHaveLength(0);
    await lookAround(2 * SECOND, 4);
    expect(requests).toHaveLength(1);
    // It was the third failure.
    await lookAround(9 * MINUTE, 10);
    expect(requests).toHaveLength(1);
  });

  test('shortens no wait by leaving the page meanwhile', async () => {
    startKlaviyo(askingFor('3000'), 'silent');
    const { outbox } = await openPage({ retries: 0 });
    await press(outbox);
    void press(outbox);
    await settleDown();
    const requests = startKlaviyo(BROKEN);
    await lookAround(2999 * SECOND, 10);
    expect(requests).toHaveLength(0);
  });
});

describe('a server that asks for patience', () => {
  test.each([
    ['less than it waits anyway', '10', 30 * SECOND],
    ['more', '300', 5 * MINUTE],
    ['more than an hour', '1000000', HOUR],
  ])(
    'for %s is asked again after the longer of both, an hour at most',
    async (_name, asked, wait) => {
      await leaveUnsent('2003');
      const requests = startKlaviyo(askingFor(asked, 503));
      await lookAround(wait - SECOND, 50);
      expect(requests).toHaveLength(1);
      await lookAround(2 * SECOND, 4);
      expect(requests).toHaveLength(2);
    },
  );

  test('is heard although it has answered for one that did not', async () => {
    await leaveUnsent('2003');
    const requests = startKlaviyo(askingFor('300', 504));
    await lookAround(299 * SECOND, 50);
    expect(requests).toHaveLength(1);
  });
});

describe('the network that comes back', () => {
  test('sends at once what failed for want of it, and counts no failure of it', async () => {
    await leaveUnsent('2003');
    for (let time = 0; time < 5; time += 1) {
      startKlaviyo(() => {
        goOnline(false);
        return 'unreachable';
      });
      await lookAround(0, 1);
      goOnline(true);
    }
    const requests = startKlaviyo(BROKEN);
    await lookAround(0, 1);
    expect(requests).toHaveLength(1);
    await lookAround(31 * SECOND, 31);
    await lookAround(SECOND, 1);
    expect(requests).toHaveLength(2);
  });

  test.each([
    { first: '', second: 'LIST' },
    { first: 'LIST', second: '' },
  ])('sends the last press, not the one before: the box for the newsletter, %o', async (boxes) => {
    goOnline(false);
    startKlaviyo('unreachable');
    const { outbox } = await openPage({ retries: 0 });
    const fields = { a: 'DEMO01', email: 'sam@example.com', variant: '2003', store: '1' };
    for (const g of [boxes.first, boxes.second]) {
      await outbox.deliver({ ...fields, g }, offerOf('2003'), {});
    }
    outbox.destroy();
    goOnline(true);
    const requests = startKlaviyo(ACCEPTED);
    await lookAround(0, 1);
    const lists = requests.map(({ body }) => new URLSearchParams(body).get('g'));
    expect(lists).toEqual([boxes.second || null]);
  });

  test('sends nothing early of what has failed with a network', async () => {
    const requests = startKlaviyo(BROKEN);
    const { outbox } = await openPage({ retries: 0 });
    await press(outbox);
    for (let time = 0; time < 10; time += 1) {
      goOnline(false);
      goOnline(true);
      await settleDown();
    }
    expect(requests).toHaveLength(1);
  });
});

describe('an entry of an older version', () => {
  test('without tries and times is sent, and waits from then on', async () => {
    await leaveUnsent('2003');
    const [[key = '', text = ''] = []] = Object.entries(readStorage());
    const { tries: _, notBefore: __, ...older } = JSON.parse(text);
    localStorage.setItem(key, JSON.stringify(older));
    const requests = startKlaviyo(BROKEN);
    await lookAround(29 * SECOND, 10);
    expect(requests).toHaveLength(1);
    await lookAround(2 * SECOND, 4);
    expect(requests).toHaveLength(2);
  });
});

describe('an address cannot be kept for ever by a clock that jumps:', () => {
  test('back, it is forgotten, and not sent at a time that nobody knows', async () => {
    await leaveUnsent('2003');
    const requests = startKlaviyo(BROKEN);
    vi.setSystemTime(NOW - HOUR);
    await lookAround(MINUTE, 3);
    expect(requests).toEqual([]);
    expect(readStorage()).toEqual({});
  });

  test('forward, it is forgotten like everything that is a day old', async () => {
    await leaveUnsent('2003');
    vi.setSystemTime(NOW + 1000 * 24 * HOUR);
    await lookAround(MINUTE, 3);
    expect(readStorage()).toEqual({});
  });

  test('by a few minutes while it waits, it is sent all the same', async () => {
    startKlaviyo(askingFor('3600'));
    const { outbox } = await openPage({ retries: 0 });
    vi.setSystemTime(NOW + 10 * MINUTE);
    await press(outbox);
    outbox.destroy();
    const requests = startKlaviyo(ACCEPTED);
    vi.setSystemTime(NOW + 9 * MINUTE);
    await lookAround(62 * MINUTE, 62);
    expect(requests).toHaveLength(1);
    expect(readStorage()).toEqual({});
  });
});
