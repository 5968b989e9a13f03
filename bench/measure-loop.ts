import type { Action } from '../demo/loop/actions.ts';
import { DAY } from '../demo/loop/clock.ts';
import { createLoop, type Loop } from '../demo/loop/loop.ts';
import { createRandom, type Random } from './random.ts';

/** Subscribers for each variant, in the middle. */
const CROWD = 100;
const START = Date.UTC(2026, 0, 5, 9);
/** So many restocks are timed. Each is of another variant, since the next of the same one would wait. */
const RESTOCKS = 90;
/** Before anything is measured, so many subscribers go through the whole of it, until the code is compiled. */
const WARM_UP = 20_000;
/** The whole is measured so often; the fastest counts, which the rest of the machine disturbed least. */
const ROUNDS = 5;

/** Of one operation each, in microseconds, and in bytes. */
export interface LoopFigures {
  readonly subscribers: number;
  readonly variants: number;
  /** One shopper subscribes. */
  readonly enqueue: number;
  /** One variant is restocked with 1 unit, and 5 shoppers are notified. */
  readonly restock: number;
  /** One shopper is notified, of all who are on a day on which each variant has a batch each hour. */
  readonly notify: number;
  readonly notifiedOnThatDay: number;
  /** What one waiting shopper takes up. */
  readonly memory: number;
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) * 1000;
}

/** Random shoppers, each of them new, of random variants. */
function createRequests(count: number, variants: number, random: Random): readonly Action[] {
  return Array.from({ length: count }, (_, place) => ({
    kind: 'subscribe',
    email: `shopper${place}@example.com`,
    variant: `v${Math.floor(random() * variants)}`,
  }));
}

function createShop(variants: number): Loop {
  const loop = createLoop();
  const listed = Array.from({ length: variants }, (_, place) => {
    const id = `v${place}`;
    return { id, sku: `SKU-${place}`, quantity: 0 };
  });
  loop.perform({ kind: 'list', variants: listed }, START);
  return loop;
}

function measureOnce(subscribers: number, collectGarbage: () => void): LoopFigures {
  const variants = Math.max(subscribers / CROWD, 1);
  const loop = createShop(variants);
  const requests = createRequests(subscribers, variants, createRandom(subscribers));
  const perform = (action: Action) => loop.perform(action, loop.state.now);
  const restock = (place: number) => perform({ kind: 'restock', variant: `v${place}`, units: 1 });

  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const enqueue = time(() => requests.forEach(perform)) / subscribers;
  collectGarbage();
  // The requests were there before, so this is what the loop has made of them.
  const memory = (process.memoryUsage().heapUsed - before) / subscribers;

  perform({
    kind: 'change-rules',
    rules: { minimumInventory: 1, customersPerUnit: 5, waitHours: 1 },
  });
  const places = Array.from({ length: RESTOCKS }, (_, place) =>
    Math.floor((place * variants) / RESTOCKS),
  );
  const restocks = time(() => places.forEach(restock)) / RESTOCKS;
  for (let place = 0; place < variants; place += 1) restock(place);
  const countNotified = () => loop.state.diary.reduce(addNotified, 0);
  const notifiedBefore = countNotified();
  const day = time(() => perform({ kind: 'wait', milliseconds: DAY }));
  const notifiedOnThatDay = countNotified() - notifiedBefore;
  return {
    ...{ subscribers, variants, enqueue, restock: restocks },
    ...{ notify: day / notifiedOnThatDay, notifiedOnThatDay, memory },
  };
}

function addNotified(sum: number, entry: Loop['state']['diary'][number]): number {
  return entry.kind === 'batch' ? sum + entry.subscriptions.length : sum;
}

export function measureLoop(subscribers: number, collectGarbage: () => void): LoopFigures {
  measureOnce(WARM_UP, collectGarbage);
  const rounds = Array.from({ length: ROUNDS }, () => measureOnce(subscribers, collectGarbage));
  const fastest = (read: (figures: LoopFigures) => number) => Math.min(...rounds.map(read));
  const [first] = rounds;
  if (!first) throw new Error('Nothing was measured.');
  return {
    ...first,
    enqueue: fastest(({ enqueue }) => enqueue),
    restock: fastest(({ restock }) => restock),
    notify: fastest(({ notify }) => notify),
  };
}
