import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../../demo/loop/actions.ts';
import { DAY, HOUR } from '../../../demo/loop/clock.ts';
import type { Loop } from '../../../demo/loop/loop.ts';
import { FIRST_RULES, type Rules } from '../../../demo/loop/rules.ts';
import { type Batch, CASES, history, listBatches, play, VARIANTS } from './histories.ts';

/** Each batch with the rules that were in force. */
function listBatchesWithRules({ state }: Loop): readonly (readonly [Batch, Rules])[] {
  let rules = FIRST_RULES;
  const batches: (readonly [Batch, Rules])[] = [];
  for (const entry of state.diary) {
    if (entry.kind === 'rules-changed') rules = entry.rules;
    if (entry.kind === 'batch') batches.push([entry, rules]);
  }
  return batches;
}

function holds(check: (loop: Loop, actions: readonly Action[]) => void): void {
  fc.assert(
    fc.property(history, (actions) => check(play(actions), actions)),
    { numRuns: CASES },
  );
}

test('nobody is notified twice for one subscription', () => {
  holds(({ state }) => {
    const left = state.diary.flatMap((entry) =>
      entry.kind === 'batch' ? entry.subscriptions.map(({ id }) => id) : [],
    );
    expect(new Set(left).size).toBe(left.length);
  });
});

test('nobody has two subscriptions that wait for the same variant', () => {
  holds(({ state }) => {
    for (const profile of state.profiles.list()) {
      const waiting = profile.subscriptions.filter((each) => each.state === 'waiting');
      expect(new Set(waiting.map((each) => each.variant)).size).toBe(waiting.length);
    }
  });
});

test('the oldest go first, and nobody is passed over', () => {
  holds((loop) => {
    for (const id of VARIANTS) {
      const left = listBatches(loop, id).flatMap(({ subscriptions }) => subscriptions);
      const everybody = loop.state.inventory.find(id)?.queue.history ?? [];
      expect(left).toEqual(everybody.slice(0, left.length));
      const ids = everybody.map((subscription) => subscription.id);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
    }
  });
});

test('nobody is notified below the minimum, and no batch is larger than units × customers', () => {
  let batches = 0;
  holds((loop) => {
    for (const [{ quantity, subscriptions, stillWaiting }, rules] of listBatchesWithRules(loop)) {
      const { minimumInventory, customersPerUnit } = rules;
      expect(quantity).toBeGreaterThanOrEqual(minimumInventory);
      const most = customersPerUnit === 'all' ? Infinity : quantity * customersPerUnit;
      // Nor is one smaller than it could be.
      expect(subscriptions.length).toBe(Math.min(most, subscriptions.length + stillWaiting));
      batches += 1;
    }
  });
  expect(batches).toBeGreaterThan(CASES);
});

test('no batch comes before the wait after the last one is over', () => {
  holds((loop) => {
    for (const id of VARIANTS) {
      const batches = listBatches(loop, id);
      for (const [place, { at }] of batches.entries()) {
        expect(at).toBeGreaterThanOrEqual(batches[place - 1]?.waitUntil ?? 0);
      }
    }
  });
});

test('a batch has the stock that there was, so that a restock in the wait counts with what is left of it', () => {
  holds(({ state }) => {
    const stock = new Map<string, number>();
    for (const entry of state.diary) {
      if (entry.kind === 'sold' || entry.kind === 'restocked') {
        stock.set(entry.variant, entry.quantity);
      }
      if (entry.kind === 'batch') expect(entry.quantity).toBe(stock.get(entry.variant));
    }
  });
});

test('nobody is lost: whoever subscribed waits, was notified, or was skipped by smart sending', () => {
  holds(({ state, ...loop }) => {
    const accepted = state.diary.filter(({ kind }) => kind === 'subscribed').length;
    expect(accepted).toBe(state.profiles.eventCount);
    const left = VARIANTS.flatMap((id) => listBatches({ state, ...loop }, id)).flatMap(
      ({ subscriptions }) => subscriptions,
    );
    const waiting = VARIANTS.flatMap((id) => state.inventory.find(id)?.queue.list() ?? []);
    expect(left.length + waiting.length).toBe(accepted);
    expect(left.every(({ state: end, endedAt }) => end !== 'waiting' && endedAt)).toBe(true);
    expect(waiting.every(({ state: end, endedAt }) => end === 'waiting' && !endedAt)).toBe(true);
  });
});

test('with enough in stock everybody is notified in the end', () => {
  holds((loop) => {
    const perform = (action: Action) => loop.perform(action, loop.state.now);
    for (const variant of VARIANTS) perform({ kind: 'restock', variant, units: 10 });
    // The longest wait that goes on still, and as many batches as are needed at least.
    perform({ kind: 'wait', milliseconds: 60 * DAY });
    for (const { queue } of loop.state.inventory.list()) expect(queue.length).toBe(0);
    expect(loop.findNextBatch()).toBeUndefined();
  });
});

test('the same history gives the same outcome', () => {
  holds((loop, actions) => {
    const again = play(actions);
    expect(again.state.diary).toEqual(loop.state.diary);
    expect([...again.state.profiles.list()]).toEqual([...loop.state.profiles.list()]);
    expect([...again.state.inventory.list()]).toEqual([...loop.state.inventory.list()]);
  });
});

test('it makes no difference in how many pieces time passes', () => {
  holds((loop, actions) => {
    const inHours = actions.flatMap((action): readonly Action[] =>
      action.kind === 'wait'
        ? Array.from({ length: action.milliseconds / HOUR }, () => ({
            ...action,
            milliseconds: HOUR,
          }))
        : [action],
    );
    expect(play(inHours).state.diary).toEqual(loop.state.diary);
  });
});

test('the next batch comes when it was said to come', () => {
  holds((loop) => {
    const next = loop.findNextBatch();
    const last = () => loop.state.diary.findLast(({ kind }) => kind === 'batch');
    const before = last();
    const wait = (until: number) =>
      loop.perform({ kind: 'wait', milliseconds: until - loop.state.now }, loop.state.now);
    if (next === undefined) {
      wait(loop.state.now + 60 * DAY);
      expect(last()).toBe(before);
    } else {
      wait(next - 1);
      expect(last()).toBe(before);
      wait(next);
      expect(last()).toMatchObject({ at: next });
    }
  });
});
