import type { Action } from '../demo/loop/actions.ts';
import { DAY, HOUR } from '../demo/loop/clock.ts';
import { createLoop, type Loop } from '../demo/loop/loop.ts';
import { createRandom, type Random } from './random.ts';

/** Subscribers for each variant, in the middle. */
const CROWD = 100;
const START = Date.UTC(2026, 0, 5, 9);
/** So many subscribe at each size: in many small loops, or in one that is as large. */
const SUBSCRIPTIONS = 1_000_000;
/** So many subscribe to one loop alone at least. */
const ALONE = 200_000;
/** So many restocks are timed. Each is of another variant, since the next of the same one would wait. */
const RESTOCKS = 90;
/** Before anything is measured, so many subscribers go through the whole of it, until the code is compiled. */
const WARM_UP = 20_000;
/** More than the caches of a processor hold. */
const CACHES = new Float64Array(16_000_000);

const RULES: Action = {
  kind: 'change-rules',
  rules: { minimumInventory: 1, customersPerUnit: 5, waitHours: 1 },
};

/** Of one operation each, in microseconds, and in bytes. */
export interface LoopFigures {
  readonly subscribers: number;
  readonly variants: number;
  /** One shopper subscribes. */
  readonly enqueue: number;
  /** The same while nothing else is done, so that the processor's caches hold as much of the loop as they can. */
  readonly enqueueAlone: number;
  /** One variant is restocked with 1 unit, and 5 shoppers are notified. */
  readonly restock: number;
  /** One shopper is notified, of all who are on a day on which each variant has a batch each hour. */
  readonly notify: number;
  readonly notifiedOnThatDay: number;
  /** What one waiting shopper takes up. */
  readonly memory: number;
}

/** The time of the processor in microseconds, that of collecting garbage included, whatever else the machine does. */
function measure(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * The time of one restock in microseconds, as it is in a shop with minutes between two of them, when nothing of the loop is
 * in the processor's caches any more. A small loop would be there as a whole otherwise, and a large one would not.
 */
function measureColdly(work: () => void): number {
  CACHES.forEach((value, place) => {
    CACHES[place] = value + 1;
  });
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

interface Filled {
  readonly loops: readonly Loop[];
  /** The microseconds of all subscriptions together. */
  readonly enqueue: number;
}

/**
 * Loops in which so many wait each. Shoppers come to them in turn, so that the next one is in the processor's caches as
 * little as another part of a large loop is: what differs is the size of the loops, and not that of the memory in use.
 */
function fill(count: number, subscribers: number): Filled {
  const variants = subscribers / CROWD;
  const random = createRandom(subscribers);
  const filling = Array.from({ length: count }, () => ({
    loop: createShop(variants),
    requests: createRequests(subscribers, variants, random),
  }));
  const enqueue = measure(() => {
    for (let place = 0; place < subscribers; place += 1) {
      for (const { loop, requests } of filling) {
        const request = requests[place];
        if (request) loop.perform(request, START);
      }
    }
  });
  return { loops: filling.map(({ loop }) => loop), enqueue };
}

/** What each who waits takes up, in bytes. */
function measureMemory(subscribers: number, collectGarbage: () => void): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const { loops } = fill(1, subscribers);
  collectGarbage();
  const after = process.memoryUsage().heapUsed;
  // Asked for afterwards, so that it is not collected before.
  return (after - before) / sum(loops.map(({ state }) => state.profiles.size));
}

/** The microseconds of each subscription to one loop alone, one loop after another. */
function measureAlone(subscribers: number): number {
  const times = Array.from({ length: Math.ceil(ALONE / subscribers) }, () => {
    return fill(1, subscribers).enqueue / subscribers;
  });
  return sum(times) / times.length;
}

/** The middle one of the times of some restocks. */
function measureRestock({ perform, state }: Loop): number {
  perform(RULES, START);
  const variants = [...state.inventory.list()];
  const times = Array.from({ length: RESTOCKS }, (_, place) => {
    const variant = variants[Math.floor((place * variants.length) / RESTOCKS)]?.id ?? '';
    return measureColdly(() => perform({ kind: 'restock', variant, units: 1 }, START));
  });
  times.sort((a, b) => a - b);
  return times[RESTOCKS / 2] ?? Number.NaN;
}

/** The microseconds for each who is notified on a day on which each variant has a batch each hour, in all loops in turn. */
function measureDay(loops: readonly Loop[]): {
  readonly notify: number;
  readonly notified: number;
} {
  for (const { perform, state } of loops) {
    perform(RULES, START);
    for (const { id } of state.inventory.list()) {
      perform({ kind: 'restock', variant: id, units: 1 }, START);
    }
  }
  const before = sum(loops.map(countNotified));
  const time = measure(() => {
    for (let hour = 1; hour <= DAY / HOUR; hour += 1) {
      for (const loop of loops)
        loop.perform({ kind: 'wait', milliseconds: 0 }, START + hour * HOUR);
    }
  });
  const notified = sum(loops.map(countNotified)) - before;
  return { notify: time / notified, notified };
}

function countNotified({ state }: Loop): number {
  return state.diary.reduce(
    (sum, entry) => (entry.kind === 'batch' ? sum + entry.subscriptions.length : sum),
    0,
  );
}

export function measureLoop(subscribers: number, collectGarbage: () => void): LoopFigures {
  warmUp();
  const memory = measureMemory(subscribers, collectGarbage);
  const enqueueAlone = measureAlone(subscribers);
  collectGarbage();
  const { loops, enqueue } = fill(SUBSCRIPTIONS / subscribers, subscribers);
  // What is left of the filling is not to be collected on the day.
  collectGarbage();
  const restocks = loops.slice(0, 1).map(measureRestock);
  const { notify, notified } = measureDay(loops);
  return {
    subscribers,
    variants: subscribers / CROWD,
    enqueue: enqueue / SUBSCRIPTIONS,
    restock: sum(restocks),
    notify,
    notifiedOnThatDay: notified / loops.length,
    enqueueAlone,
    memory,
  };
}

function warmUp(): void {
  measureDay(fill(1, WARM_UP).loops);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
