import { describe, expect, test } from 'vitest';
import { actionSchema } from '../../../demo/loop/actions.ts';
import { DAY, HOUR } from '../../../demo/loop/clock.ts';
import { describeEntry } from '../../../demo/loop/diary.ts';
import { TRIGGER_METRIC } from '../../../demo/loop/flow.ts';
import {
  listNotified,
  listWaiting,
  MUG,
  restock,
  rules,
  SHOE,
  START,
  sell,
  startLoop,
} from './run-loop.ts';

const subscribe = (email: string, variant = SHOE) =>
  ({ kind: 'subscribe', email, variant, store: '1' }) as const;

describe('a subscription', () => {
  test('creates one event on the profile with that e-mail address', () => {
    const { perform, state } = startLoop();
    expect(perform(subscribe('Sam@example.com'), START + HOUR)).toEqual({ ok: true });
    const profile = state.profiles.find('sam@EXAMPLE.com');
    expect(profile).toMatchObject({ id: 1, email: 'Sam@example.com' });
    expect(profile?.subscriptions).toEqual([
      expect.objectContaining({ id: 1, variant: SHOE, store: '1', at: START + HOUR }),
    ]);
  });

  test('is made once for a profile and a variant', () => {
    const { perform, state } = startLoop();
    perform(subscribe('sam@example.com'), START);
    const again = { ok: false, reason: 'already-subscribed' };
    expect(perform(subscribe('SAM@example.com'), START)).toEqual(again);
    expect(perform(subscribe('sam@example.com', 'TR2-RED-42'), START)).toEqual(again);
    expect(state.profiles).toMatchObject({ size: 1, eventCount: 1 });
  });

  test('to an unknown variant creates nothing', () => {
    const { perform, state } = startLoop();
    const outcome = perform(subscribe('sam@example.com', '2013'), START);
    expect(outcome).toEqual({ ok: false, reason: 'unknown-variant' });
    expect(state.profiles).toMatchObject({ size: 0, eventCount: 0 });
  });

  test('is cleared by the notification, and can be made again', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, 'sam');
    loop.do(restock(SHOE, 1));
    expect(loop.perform(subscribe('sam@example.com'), START)).toEqual({ ok: true });
    expect(listWaiting(loop, SHOE)).toEqual(['sam']);
    loop.do(restock(SHOE, 1));
    expect(listNotified(loop, SHOE)).toEqual(['sam', 'sam']);
  });

  test('has no limit of variants for a profile', () => {
    const loop = startLoop();
    const variants = Array.from({ length: 500 }, (_, place) => {
      const id = `v${place}`;
      return { id, sku: `sku-${place}`, quantity: 0 };
    });
    loop.do({ kind: 'list', variants });
    for (const { id } of variants) loop.subscribe(id, 'sam');
    expect(loop.state.profiles.find('sam@example.com')?.subscriptions).toHaveLength(500);
  });

  test('may be to an SKU that is the same text as an id', () => {
    const loop = startLoop();
    loop.do({ kind: 'list', variants: [{ id: '3000', sku: SHOE, quantity: 0 }] });
    loop.subscribe(SHOE, 'sam');
    expect(listWaiting(loop, SHOE)).toEqual(['sam']);
  });
});

describe('the flow', () => {
  test("is triggered by Klaviyo's metric alone", () => {
    const { perform } = startLoop();
    const start = (metric: string) => perform({ kind: 'set-trigger', metric }, START);
    expect(start(TRIGGER_METRIC)).toEqual({ ok: true });
    expect(start('Asked for a restock')).toEqual({ ok: false, reason: 'custom-metric' });
  });

  test('notifies each subscriber of two variants about both without smart sending', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, 'sam');
    loop.subscribe(MUG, 'sam');
    loop.do(restock(SHOE, 1), restock(MUG, 1));
    expect(listNotified(loop, MUG)).toEqual(['sam']);
  });

  test.each([
    [0, 'skipped'],
    [15, 'skipped'],
    [16, 'notified'],
  ] as const)('with smart sending, %d hours after another message: %s', (hours, state) => {
    const loop = startLoop();
    loop.subscribe(SHOE, 'sam');
    loop.subscribe(MUG, 'sam', 'kim');
    loop.do({ kind: 'set-smart-sending', smartSending: true }, restock(SHOE, 1));
    loop.wait(hours);
    loop.do(restock(MUG, 1));
    const [sam, kim] = loop.state.inventory.find(MUG)?.queue.history ?? [];
    expect([sam?.state, kim?.state]).toEqual([state, 'notified']);
    expect(sam?.endedAt).toBe(START + hours * HOUR);
  });

  test('smart sending counts the skipped in the batch, and lets them subscribe again', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, 'sam');
    loop.subscribe(MUG, 'sam', 'kim');
    loop.do({ kind: 'set-smart-sending', smartSending: true }, rules(), restock(SHOE, 1));
    loop.do(restock(MUG, 1));
    expect(listWaiting(loop, MUG)).toEqual(['kim']);
    loop.subscribe(MUG, 'sam');
    expect(listWaiting(loop, MUG)).toEqual(['kim', 'sam']);
  });
});

describe('the stock', () => {
  test('changes by selling and restocking, and keeps what it was', () => {
    const loop = startLoop();
    loop.do(restock(SHOE, 3));
    loop.wait(1);
    loop.do(sell('TR2-RED-42', 1));
    expect(loop.state.inventory.find(SHOE)).toMatchObject({
      quantity: 2,
      changes: [
        { at: START, quantity: 0 },
        { at: START, quantity: 3 },
        { at: START + HOUR, quantity: 2 },
      ],
    });
  });

  test('does not fall below zero', () => {
    const { perform, state } = startLoop();
    expect(perform(sell(SHOE, 1), START)).toEqual({ ok: false, reason: 'not-enough-stock' });
    expect(perform(sell('9', 1), START)).toEqual({ ok: false, reason: 'unknown-variant' });
    expect(state.inventory.find(SHOE)?.quantity).toBe(0);
  });

  test('is not changed by another synchronisation of the catalogue', () => {
    const loop = startLoop();
    loop.do(restock(SHOE, 3));
    loop.do({ kind: 'list', variants: [{ id: SHOE, sku: 'TR2-RED-42', quantity: 0 }] });
    expect(loop.state.inventory.find(SHOE)?.quantity).toBe(3);
  });

  test('a restock leaves the queues of other variants alone', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, 'sam');
    loop.subscribe(MUG, 'sam', 'kim');
    const other = loop.state.inventory.find(MUG);
    if (!other) throw new Error('There is no such variant.');
    const touched: (string | symbol)[] = [];
    const watched = new Proxy(other.queue, {
      get: (queue, key) => {
        touched.push(key);
        return Reflect.get(queue, key, queue);
      },
    });
    Object.defineProperty(other, 'queue', { value: watched });
    loop.do(restock(SHOE, 1));
    expect(touched).toEqual([]);
  });
});

describe('time', () => {
  test('what is due happens at the moment at which it is due, however late somebody looks', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, 'a', 'b', 'c');
    loop.do(rules(), restock(SHOE, 1));
    expect([loop.isDue(START + 6 * HOUR - 1), loop.isDue(START + 6 * HOUR)]).toEqual([false, true]);
    loop.perform({ kind: 'wait', milliseconds: 0 }, START + 30 * DAY);
    const ends = loop.state.inventory.find(SHOE)?.queue.history.map(({ endedAt }) => endedAt);
    expect(ends).toEqual([START, START + 6 * HOUR, START + 12 * HOUR]);
  });

  test('does not go back', () => {
    const loop = startLoop();
    loop.wait(1);
    loop.perform(subscribe('sam@example.com'), START - DAY);
    expect(loop.state.inventory.find(SHOE)?.queue.history[0]?.at).toBe(START + HOUR);
  });
});

test('the diary lists what happened', () => {
  const loop = startLoop();
  loop.subscribe(SHOE, 'sam', 'kim');
  loop.do(rules(), restock(SHOE, 1), restock(SHOE, 1), sell(SHOE, 2));
  loop.wait(6);
  const names = new Map([[SHOE, 'Trail Runner 2 (Red, 42)']]);
  const listed = loop.state.diary.map((entry) =>
    describeEntry(entry, (variant) => names.get(variant) ?? variant),
  );
  expect(listed).toEqual([
    'Catalogue synchronised: 2 new variants.',
    'sam@example.com subscribed to Trail Runner 2 (Red, 42).',
    'kim@example.com subscribed to Trail Runner 2 (Red, 42).',
    'Back in stock settings: Notify at 1 unit or more: 1 customer for each unit, then wait 6 hours.',
    '1 unit of Trail Runner 2 (Red, 42) restocked, now 1 in stock.',
    '1 shopper notified that Trail Runner 2 (Red, 42) is back, with 1 unit in stock. 1 still waiting. No other batch before 2026-01-05 15:00 UTC.',
    '1 unit of Trail Runner 2 (Red, 42) restocked, now 2 in stock.',
    'Trail Runner 2 (Red, 42) waits for its next batch: this restock counts at 2026-01-05 15:00 UTC.',
    '2 units of Trail Runner 2 (Red, 42) sold, now 0 in stock.',
    '0 units of Trail Runner 2 (Red, 42) in stock is below the minimum inventory: 1 still waiting.',
  ]);
});

test('actions from outside are looked at', () => {
  const isAction = (value: unknown) => actionSchema.safeParse(value).success;
  expect(isAction(restock(SHOE, 1))).toBe(true);
  expect(isAction(rules())).toBe(true);
  for (const units of [0, -1, 0.5, 1e7, '1', null]) {
    expect(isAction({ kind: 'restock', variant: SHOE, units })).toBe(false);
    expect(isAction({ kind: 'sell', variant: SHOE, units })).toBe(false);
  }
  expect(isAction({ kind: 'wait', milliseconds: -1 })).toBe(false);
  expect(isAction({ kind: 'schedule-report', email: 'me', frequency: 'daily' })).toBe(false);
  expect(isAction({ kind: 'reset' })).toBe(false);
  expect(isAction(null)).toBe(false);
});
