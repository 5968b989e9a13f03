import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { type ConsoleView, printConsole } from '../../../demo/console/console-page.ts';
import { drawSteps, PLOT_HEIGHT, PLOT_WIDTH, placeTime } from '../../../demo/console/plot.ts';
import { gatherLines } from '../../../demo/console/print-diary.ts';
import { type Action, actionSchema, REFUSALS } from '../../../demo/loop/actions.ts';
import type { VariantDescription } from '../../../demo/loop/inventory.ts';
import { MUG, restock, rules, SHOE, START, startLoop, type TestLoop } from './run-loop.ts';

const description: VariantDescription = {
  ...{ id: SHOE, sku: 'TR2-RED-42', productId: '2013', productName: 'Trail Runner 2' },
  ...{ options: 'Red / 42', url: '/shop/trail-runner', imageUrl: '/shoe.svg', price: '$96.00' },
};

/** The printed page, as a browser reads it. */
function show(loop: TestLoop, view: Partial<ConsoleView> = {}) {
  const { document } = new Window();
  document.write(
    printConsole({
      loop,
      describe: (id) => (id === SHOE ? description : undefined),
      now: loop.state.now,
      ...view,
    }),
  );
  const part = (id: string) => document.querySelector(`#${id}`);
  return { document, part, read: (id: string) => part(id)?.textContent.replace(/\s+/g, ' ') ?? '' };
}

type Shown = ReturnType<typeof show>;

/** What the form with this button sends, with numbers as numbers. */
function readForm({ document }: Shown, action: string): Record<string, unknown> {
  const form = document.querySelector(`[name="action"][value="${action}"]`)?.closest('form');
  const fields = [...(form?.querySelectorAll('input, select') ?? [])].map((field) => {
    const name = field.getAttribute('name') ?? '';
    // happy-dom does not select an option by its attribute when the document is written.
    const chosen =
      field.querySelector('option[selected]') ?? field.querySelector('option') ?? field;
    const value = chosen.getAttribute('value') ?? chosen.textContent;
    return [name, /^\d+$/.test(value) && name !== 'variant' ? Number(value) : value] as const;
  });
  const { action: _, ...sent } = Object.fromEntries(fields);
  return sent;
}

describe('before the first event', () => {
  test('says what to do first, with a link to a product that is sold out', () => {
    const { document, read } = show(startLoop());
    expect(read('guide')).toContain('Nobody has subscribed yet.');
    expect(document.querySelector('[aria-current="step"]')?.textContent).toBe(
      'A shopper subscribes',
    );
    expect(document.querySelector('#guide a')?.getAttribute('href')).toBe('/shop/trail-runner');
  });

  test('has no back in stock settings, and says why', () => {
    const { read, part } = show(startLoop());
    expect(read('settings')).toContain('first “Subscribed to Back in Stock” event');
    expect(part('settings')?.querySelector('form')).toBeNull();
  });

  test('also with an empty catalogue', () => {
    const loop = startLoop();
    const { list, find } = { list: () => [].values(), find: () => undefined };
    const inventory = Object.assign(Object.create(loop.state.inventory), { list, find });
    const { read } = show({ ...loop, state: { ...loop.state, inventory } });
    expect(read('shop')).toContain('The catalogue is empty.');
  });
});

test('what strangers wrote is text, wherever it stands', () => {
  const loop = startLoop();
  const name = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;
  const plain = { ...show(startLoop()) }.document.querySelectorAll('script').length;
  loop.subscribe(SHOE, name);
  loop.do(restock(SHOE, 1), { kind: 'schedule-report', email: name, frequency: 'daily' });
  loop.wait(25);
  const refused = [{ line: 2, email: name, reason: name }];
  const page = show(loop, {
    describe: (id) => ({ ...description, id, productName: name, options: name, sku: name }),
    ...{ notice: name, setAside: name, selected: SHOE, imported: { subscribed: 0, refused } },
  });
  expect(page.document.querySelectorAll('script')).toHaveLength(plain);
  expect(page.document.querySelector('[onerror], [src=x]')).toBeNull();
  for (const id of ['notice', 'set-aside', 'shop', 'profiles', 'diary', 'reports', 'import']) {
    expect(page.read(id), id).toContain(name);
  }
});

describe('forms', () => {
  const loop = startLoop();
  loop.subscribe(SHOE, 'a', 'b');
  loop.do(rules({ customersPerUnit: 7 }), restock(SHOE, 1));
  loop.do({ kind: 'schedule-report', email: 'm@example.com', frequency: 'weekly' });

  test.each<[Action['kind'], Record<string, unknown>]>([
    ['sell', { variant: SHOE, units: 1 }],
    ['restock', { variant: SHOE, units: 1 }],
    ['set-smart-sending', { smartSending: 'true' }],
    ['set-trigger', { metric: 'Subscribed to Back in Stock' }],
    ['cancel-report', { report: 1 }],
  ])('%s', (kind, fields) => {
    const sent = readForm(show(loop, { selected: SHOE }), kind);
    expect(sent).toEqual(fields);
    const typed = { ...sent, ...('smartSending' in sent && { smartSending: true }) };
    expect(actionSchema.safeParse({ kind, ...typed }).success).toBe(true);
  });

  test('the settings offer what is set, also a number that no list has', () => {
    const sent = readForm(show(loop), 'change-rules');
    expect(sent).toEqual({ minimumInventory: 1, customersPerUnit: 7, waitHours: 6 });
  });

  test('keep the chosen variant', () => {
    const addresses = (view: Partial<ConsoleView>) =>
      [...show(loop, view).document.querySelectorAll('form[method="post"]')].map((form) =>
        form.getAttribute('action'),
      );
    expect(new Set(addresses({ selected: SHOE }))).toEqual(
      new Set([`/loop/actions?variant=${SHOE}`, `/loop/import?variant=${SHOE}`, '/loop/reset']),
    );
    expect(new Set(addresses({}))).toEqual(
      new Set(['/loop/actions', '/loop/import', '/loop/reset']),
    );
  });
});

describe('what happens next', () => {
  test('a restock, while somebody waits', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, 'a', 'b');
    loop.do(rules({ minimumInventory: 3 }));
    const page = show(loop);
    expect(page.read('guide')).toContain('2 shoppers wait for Trail Runner 2 (Red / 42).');
    expect(readForm(page, 'restock')).toEqual({ variant: SHOE, units: 3 });
    expect(page.read('flow')).toContain('With 3 units in stock, the next batch notifies all');
  });

  test('the next batch, during a wait', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, 'a', 'b', 'c');
    loop.do(rules(), restock(SHOE, 1));
    const { read, document } = show(loop);
    expect(read('guide')).toContain('The next batch is due in 6 hours');
    expect(read('flow')).toContain('With 1 unit in stock, the next batch notifies the oldest one.');
    const waiting = document.querySelectorAll('.queue li');
    expect([...waiting].map(({ className }) => className)).toEqual(['is-next', '']);
  });

  test('a restock of what is in stock already counts with it', () => {
    const loop = startLoop();
    loop.do({ kind: 'subscribe', email: 'z@example.com', variant: SHOE });
    loop.do(rules(), restock(SHOE, 1));
    loop.wait(24);
    loop.subscribe(SHOE, 'a', 'b', 'c');
    const { read, document } = show(loop);
    expect(read('flow')).toContain('With 2 units in stock, the next batch notifies the oldest 2.');
    expect(document.querySelectorAll('.queue .is-next')).toHaveLength(2);
    loop.do(restock(SHOE, 1));
    expect(show(loop).read('guide')).toContain('Others still wait.');
    expect(loop.state.inventory.find(SHOE)?.queue.length).toBe(1);
  });

  test('the reports, when nobody waits any more', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, 'a');
    loop.do(restock(SHOE, 1));
    const { read } = show(loop);
    expect(read('guide')).toContain('Nobody waits any more.');
    expect(read('profiles')).toContain('Notified');
    expect(read('reports')).toContain('100 %');
  });
});

test('a custom metric is refused at the trigger itself', () => {
  const { read, document } = show(startLoop(), {
    ...{ notice: REFUSALS['custom-metric'], isRefused: true },
  });
  expect(read('flow')).toContain(REFUSALS['custom-metric']);
  expect(document.querySelector('#notice')?.className).toBe('is-refusal');
});

test('without a choice, shows the variant of which the diary tells last', () => {
  const loop = startLoop();
  loop.subscribe(SHOE, 'a');
  loop.subscribe(MUG, 'b');
  expect(show(loop).read('shop')).toContain('MUG-350');
  expect(show(loop).document.querySelector('[aria-current="true"]')?.getAttribute('href')).toBe(
    `/loop?variant=${MUG}`,
  );
  const chosen = show(loop, { selected: 'TR2-RED-42' }).document;
  expect(chosen.querySelector('[aria-current="true"]')?.getAttribute('href')).toBe(
    `/loop?variant=${SHOE}`,
  );
});

describe('the diary', () => {
  test('makes one line of a crowd that subscribed to one variant', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, ...Array.from({ length: 50 }, (_, place) => `shopper-${place}`));
    loop.subscribe(MUG, 'x', 'y');
    const lines = gatherLines(loop.state.diary);
    expect(lines.map(({ length }) => length)).toEqual([1, 1, 50, 1]);
    expect(show(loop).read('diary')).toContain(
      '50 shoppers subscribed to Trail Runner 2 (Red / 42), the last of them shopper-49@example.com.',
    );
  });
});

describe('a plot', () => {
  const frame = { from: START, to: START + 1000, most: 4 };
  const draw = (...values: readonly (readonly [number, number])[]) =>
    drawSteps(
      values.map(([at, value]) => ({ at: START + at, value })),
      frame,
      START + 800,
    );

  test('holds each value until the next, and the last until now', () => {
    expect(draw([0, 0], [250, 4], [500, 2])).toBe('M0 100H250V6H500V53H800');
  });

  test('shows the highest and the lowest of what falls on one column', () => {
    expect(draw([0, 0], [250, 4], [250.1, 1], [250.2, 2])).toBe('M0 100H250V76.5V6V53H800');
  });

  test('draws no more than its columns allow, however long the history is', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => [at / 100, at % 5] as const);
    expect(draw(...many).length).toBeLessThan(40_000);
  });

  test('stays within its edges', () => {
    expect(placeTime(frame, START - 5)).toBe(0);
    expect(placeTime(frame, START + 5000)).toBe(PLOT_WIDTH);
    expect(draw([-100, 4])).toBe(`M0 ${6}H800`);
    expect(draw()).toBe('');
    expect(PLOT_HEIGHT).toBe(100);
  });
});
