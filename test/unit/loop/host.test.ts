import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CATALOGUE, SYNTHETIC_PRODUCTS } from '../../../demo/catalogue/catalogue.ts';
import { findItem, listItems } from '../../../demo/catalogue/items.ts';
import { isInStock, withStock } from '../../../demo/catalogue/stock.ts';
import { importSubscribers } from '../../../demo/console/carry-out.ts';
import { LoopHost } from '../../../demo/console/loop-host.ts';
import { createDescribeVariant, listShopVariants } from '../../../demo/console/shop-variants.ts';
import { DAY, HOUR } from '../../../demo/loop/clock.ts';
import { restock, rules, START, sell } from './run-loop.ts';

const LANTERN = '2045';
const MUG = '2044';
const RED_42 = '2003';

let folder = '';
let realTime = START;
let opened: LoopHost[] = [];

function open(): LoopHost {
  const host = new LoopHost({ folder, readRealTime: () => realTime });
  opened.push(host);
  return host;
}

function closeAll(): void {
  for (const host of opened) host.close();
  opened = [];
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'host-'));
  realTime = START;
});

afterEach(() => {
  closeAll();
  rmSync(folder, { recursive: true });
});

const subscribe = (host: LoopHost, name: string, variant = LANTERN) =>
  host.subscribe({ email: `${name}@example.com`, variant, store: '1' });

describe('the variants of the shop', () => {
  test('are all that can be bought, each once', () => {
    const ids = listShopVariants().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(CATALOGUE.flatMap(listItems).map(({ item }) => item.id));
    expect(ids).toContain(LANTERN);
    // A configurable parent and a grouped product.
    expect(ids).not.toContain('2013');
    expect(ids).not.toContain('2050');
  });

  test('begin with a stock that the catalogue agrees with', () => {
    for (const { id, quantity } of listShopVariants()) {
      expect(quantity > 0, id).toBe(findItem(id)?.item.inStock);
      expect(quantity).toBeLessThan(30);
    }
  });

  test.each([
    ['2003', 'Trail Runner 2', 'Red / 42', '/shop/trail-runner', 'shoe-red.svg', '$96.00'],
    ['2045', 'Camp Lantern', '', '/shop/camp-lantern', 'lantern-teal.svg', '$39.00'],
    ['2051', 'Weekend Bundle', '', '/shop/weekend-bundle', 'rucksack-green.svg', '$74.00'],
  ])('%s is described for e-mails', (id, productName, options, page, image, price) => {
    expect(createDescribeVariant('https://shop.example')(id)).toMatchObject({
      ...{ id, productName, options, price },
      url: `https://shop.example${page}`,
      imageUrl: `https://shop.example/media/catalog/product/${image}`,
    });
  });

  test('what is sold no more is not described', () => {
    expect(createDescribeVariant('https://shop.example')('1')).toBeUndefined();
  });
});

describe('stock', () => {
  const everyItem = [...CATALOGUE, ...SYNTHETIC_PRODUCTS.slice(0, 50)]
    .flatMap(listItems)
    .map(({ item }) => item);

  test('before anything was sold or restocked, it is that of the catalogue', () => {
    const { readStock } = open();
    const told = withStock(readStock, () => everyItem.map(isInStock));
    expect(told).toEqual(everyItem.map(({ inStock }) => inStock));
  });

  test('a restock and the last sale change what everything says that asks', () => {
    const host = open();
    const tell = (id: string) =>
      withStock(host.readStock, () =>
        isInStock(findItem(id)?.item ?? CATALOGUE[0] ?? expect.fail()),
      );
    host.perform(restock(LANTERN, 2));
    expect(tell(LANTERN)).toBe(true);
    host.perform(sell(LANTERN, 1));
    expect(tell(LANTERN)).toBe(true);
    host.perform(sell(LANTERN, 1));
    expect(tell(LANTERN)).toBe(false);
    const { quantity = 0 } = host.find(MUG) ?? {};
    host.perform(sell(MUG, quantity));
    expect(tell(MUG)).toBe(false);
    host.reset();
    expect(tell(MUG)).toBe(true);
  });

  test('one shop does not see that of another, and nothing sees any afterwards', () => {
    const [one, other] = [new LoopHost(), new LoopHost()];
    one.perform(restock(LANTERN, 1));
    const tell = () => isInStock(findItem(LANTERN)?.item ?? expect.fail());
    expect(withStock(one.readStock, tell)).toBe(true);
    expect(withStock(other.readStock, tell)).toBe(false);
    expect(tell()).toBe(false);
  });
});

describe('events', () => {
  test('a profile and a variant have one, until the profile was notified', () => {
    const host = open();
    expect(subscribe(host, 'sam')).toBe('created');
    expect(subscribe(host, 'SAM')).toBe('already-subscribed');
    expect(subscribe(host, 'sam', 'LANTERN-2')).toBe('already-subscribed');
    expect(subscribe(host, 'sam', RED_42)).toBe('created');
    expect(subscribe(host, 'kim')).toBe('created');
    host.perform(restock(LANTERN, 1));
    expect(subscribe(host, 'sam')).toBe('created');
    expect(host.events).toEqual([
      { email: 'sam@example.com', variant: LANTERN, store: '1' },
      { email: 'sam@example.com', variant: RED_42, store: '1' },
      { email: 'kim@example.com', variant: LANTERN, store: '1' },
      { email: 'sam@example.com', variant: LANTERN, store: '1' },
    ]);
  });

  test('an unknown variant creates nothing', () => {
    const host = open();
    expect(subscribe(host, 'sam', '1')).toBe('unknown-variant');
    expect(subscribe(host, 'sam', '2013')).toBe('unknown-variant');
    expect(host.events).toEqual([]);
    expect(host.loop.state.profiles.size).toBe(0);
  });

  test('what only fills up long lists is taken in when somebody asks for it', () => {
    const host = open();
    const { size } = new Set(host.loop.state.inventory.list());
    expect(subscribe(host, 'sam', '3002')).toBe('created');
    expect(subscribe(host, 'kim', 'ITEM-3002')).toBe('created');
    const items = [...host.loop.state.inventory.list()];
    expect(items).toHaveLength(size + 1);
    expect(items.at(-1)).toMatchObject({ id: '3002', quantity: 0 });
    host.perform(restock('3004', 1));
    expect(host.readStock('3004')).toBe(true);
    expect(host.readStock('3006')).toBeUndefined();
    closeAll();
    expect(open().events).toHaveLength(2);
  });

  test('a field that no file could keep is refused, and nothing is set aside at the next start', () => {
    const host = open();
    expect(subscribe(host, 'x'.repeat(2000))).toBe('too-long');
    const csv = `email,variant\nsam@example.com,${'9'.repeat(2000)}\n${'x'.repeat(2000)}@example.com,2045\n`;
    expect(importSubscribers(host, csv).imported).toMatchObject({
      ...{ subscribed: 0, refused: [{ line: 2 }, { line: 3 }] },
    });
    closeAll();
    expect(open().openingNotice).toBeUndefined();
  });
});

describe('time', () => {
  test('is the real one, and what was skipped', () => {
    const host = open();
    expect(host.now()).toBe(START);
    host.perform({ kind: 'wait', milliseconds: DAY });
    realTime += HOUR;
    expect(host.now()).toBe(START + DAY + HOUR);
    host.reset();
    expect(host.now()).toBe(START + HOUR);
  });

  test('what is due by now has happened when the loop is looked at, and is no effect of the next action', () => {
    const host = open();
    subscribe(host, 'sam');
    subscribe(host, 'kim');
    host.perform(rules({ waitHours: 1 }));
    host.perform(restock(LANTERN, 1));
    realTime += HOUR;
    const { entries } = host.perform(restock(MUG, 1));
    expect(entries.map(({ kind }) => kind)).toEqual(['restocked', 'no-batch']);
    const batches = host.loop.state.diary.filter(({ kind }) => kind === 'batch');
    expect(batches).toHaveLength(2);
    host.perform({ kind: 'schedule-report', email: 'shop@example.com', frequency: 'daily' });
    realTime += DAY;
    expect(host.loop.state.reports.mails).toHaveLength(1);
  });
});

test('a restart keeps everything: events, stock, settings and time', () => {
  const before = open();
  subscribe(before, 'sam');
  subscribe(before, 'kim');
  before.perform(rules());
  before.perform(restock(LANTERN, 1));
  before.perform({ kind: 'wait', milliseconds: 2 * HOUR });
  const { state } = before.loop;
  const events = before.events;
  closeAll();
  const after = open();
  expect(after.openingNotice).toBeUndefined();
  expect(after.loop.state).toEqual(state);
  expect(after.events).toEqual(events);
  expect(after.now()).toBe(START + 2 * HOUR);
  expect(after.readStock(LANTERN)).toBe(true);
  expect(after.loop.findNextBatch()).toBe(START + 6 * HOUR);
});

test('where no folder can be made, the demo runs, and that is said', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const host = new LoopHost({ folder: join(file, 'state') });
  expect(host.openingNotice).toMatch(/^The loop cannot be kept in .*, so it is forgotten/);
  expect(subscribe(host, 'sam')).toBe('created');
});

test('without a folder it is forgotten', () => {
  const before = new LoopHost();
  subscribe(before, 'sam');
  before.close();
  expect(new LoopHost().events).toEqual([]);
});

test('listeners hear every change until they stop', () => {
  const host = open();
  let changes = 0;
  const stop = host.listen(() => {
    changes += 1;
  });
  subscribe(host, 'sam');
  host.perform(restock(LANTERN, 1));
  host.reset();
  expect(changes).toBe(3);
  stop();
  subscribe(host, 'sam');
  expect(changes).toBe(3);
});
