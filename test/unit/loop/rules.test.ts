import { describe, expect, test } from 'vitest';
import { HOUR } from '../../../demo/loop/clock.ts';
import { FIRST_RULES, rulesSchema } from '../../../demo/loop/rules.ts';
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

const hundreds = Array.from({ length: 250 }, (_, place) => `shopper${place + 1}`);

test("the document's example: 20 units with 5 customers for each notify the oldest 100", () => {
  const loop = startLoop();
  loop.subscribe(SHOE, ...hundreds);
  loop.do(rules({ customersPerUnit: 5, waitHours: 24 }), restock(SHOE, 20));
  expect(listNotified(loop, SHOE)).toEqual(hundreds.slice(0, 100));
  expect(listWaiting(loop, SHOE)).toEqual(hundreds.slice(100));

  // "… before sending to next batch of customers based on the remaining inventory."
  loop.do(sell(SHOE, 14));
  loop.wait(23);
  expect(listNotified(loop, SHOE)).toHaveLength(100);
  loop.wait(1);
  expect(listNotified(loop, SHOE)).toEqual(hundreds.slice(0, 130));
});

test('one unit with one customer for each: the older one, and after the wait the other one', () => {
  const loop = startLoop();
  loop.subscribe(SHOE, 'older', 'younger');
  loop.do(rules({ waitHours: 6 }), restock(SHOE, 1));
  expect(listNotified(loop, SHOE)).toEqual(['older']);
  expect(loop.findNextBatch()).toBe(START + 6 * HOUR);
  loop.wait(6);
  expect(listNotified(loop, SHOE)).toEqual(['older', 'younger']);
  expect(loop.findNextBatch()).toBeUndefined();
});

test('all customers at once are notified without a wait', () => {
  const loop = startLoop();
  loop.subscribe(SHOE, ...hundreds);
  loop.do(restock(SHOE, 1));
  expect(listNotified(loop, SHOE)).toEqual(hundreds);
  loop.subscribe(SHOE, 'late');
  loop.do(restock(SHOE, 1));
  expect(listNotified(loop, SHOE)).toEqual([...hundreds, 'late']);
});

describe('the minimum inventory', () => {
  test('nobody is notified below it', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, 'sam');
    loop.do(rules({ minimumInventory: 5 }), restock(SHOE, 4));
    expect(listNotified(loop, SHOE)).toEqual([]);
    loop.do(restock(SHOE, 1));
    expect(listNotified(loop, SHOE)).toEqual(['sam']);
  });

  test('batches go on until the inventory falls below it', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, ...hundreds);
    loop.do(rules({ minimumInventory: 3 }), restock(SHOE, 5));
    loop.wait(6);
    expect(listNotified(loop, SHOE)).toHaveLength(10);
    loop.do(sell(SHOE, 3));
    loop.wait(100);
    expect(listNotified(loop, SHOE)).toHaveLength(10);
    expect(loop.state.inventory.find(SHOE)?.queue.waitUntil).toBeUndefined();
    loop.do(restock(SHOE, 1));
    expect(listNotified(loop, SHOE)).toHaveLength(13);
  });
});

describe('a restock during the wait', () => {
  test('counts only at its end', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, ...hundreds);
    loop.do(rules(), restock(SHOE, 2));
    loop.wait(1);
    loop.do(restock(SHOE, 10));
    loop.wait(4);
    expect(listNotified(loop, SHOE)).toHaveLength(2);
    loop.wait(1);
    expect(listNotified(loop, SHOE)).toHaveLength(14);
  });

  test('counts with what is left of it', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, ...hundreds);
    loop.do(rules(), restock(SHOE, 2), restock(SHOE, 10), sell(SHOE, 12));
    loop.wait(6);
    expect(listNotified(loop, SHOE)).toHaveLength(2);
  });

  test('does not hold up other variants', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, 'sam');
    loop.subscribe(MUG, 'sam', 'kim');
    loop.do(rules(), restock(SHOE, 1), restock(MUG, 1));
    expect(listNotified(loop, MUG)).toEqual(['sam']);
  });

  test('counts also where the first batch left nobody behind', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, 'sam');
    loop.do(rules(), restock(SHOE, 1));
    loop.subscribe(SHOE, 'kim');
    loop.do(restock(SHOE, 1));
    expect(listNotified(loop, SHOE)).toEqual(['sam']);
    loop.wait(6);
    expect(listNotified(loop, SHOE)).toEqual(['sam', 'kim']);
  });
});

describe('a change of the settings', () => {
  test('is possible only after the first event', () => {
    const loop = startLoop();
    const change = rules({ minimumInventory: 7 });
    expect(loop.perform(change, START)).toEqual({ ok: false, reason: 'no-event-yet' });
    expect(loop.state.rules).toEqual(FIRST_RULES);
    loop.subscribe(SHOE, 'sam');
    expect(loop.perform(change, START)).toEqual({ ok: true });
    expect(loop.state.rules.minimumInventory).toBe(7);
  });

  test('holds from the next restock or end of a wait', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, ...hundreds);
    loop.do(rules({ minimumInventory: 2 }), restock(SHOE, 1), rules({ customersPerUnit: 2 }));
    expect(listNotified(loop, SHOE)).toEqual([]);
    loop.do(restock(SHOE, 1));
    expect(listNotified(loop, SHOE)).toHaveLength(4);
    loop.do(rules({ customersPerUnit: 'all' }));
    loop.wait(6);
    expect(listNotified(loop, SHOE)).toHaveLength(250);
  });

  test('is refused with numbers that mean nothing', () => {
    const good = { minimumInventory: 1, customersPerUnit: 1, waitHours: 1 };
    expect(rulesSchema.safeParse(good).success).toBe(true);
    for (const key of ['minimumInventory', 'customersPerUnit', 'waitHours']) {
      for (const value of [0, -1, 1.5, Number.NaN, '1', 1e9, null, undefined]) {
        expect(rulesSchema.safeParse({ ...good, [key]: value }).success).toBe(false);
      }
    }
  });
});
