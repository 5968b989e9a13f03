import type { CDPSession } from '@playwright/test';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { countListeners } from './count-listeners.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openPage, type PageParameters } from './open-page.ts';
import { waitForOptions } from './readiness.ts';

/** What the renderer keeps alive, the detached included. */
interface Kept {
  readonly nodes: number;
  readonly listeners: number;
}

/** Something a shopper does again and again; it ends with the page as it was at its beginning. */
interface Habit {
  readonly name: string;
  readonly path: string;
  readonly parameters?: PageParameters;
  /** How often it is done between the two counts. */
  readonly times: number;
  once(page: Page): Promise<void>;
}

async function countKept(page: Page, client: CDPSession): Promise<Kept> {
  // Timers and frames that release something have to run first.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  // A first collection runs finalizers, whose garbage the second one takes.
  for (let time = 0; time < 2; time += 1) await client.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
  return { nodes, listeners: jsEventListeners };
}

/** Inside of the page, since Playwright's own handles and listeners would be counted too. */
const HABITS: readonly Habit[] = [
  {
    name: 'opening and closing quick views',
    path: '/quick-view/camp-lantern',
    times: 50,
    once: (page) =>
      page.evaluate(async () => {
        const until = async (isThere: () => unknown) => {
          while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 5));
        };
        const label = 'Quick view: Trail Runner 2';
        document.querySelector<HTMLElement>(`.quick-view-action[aria-label="${label}"]`)?.click();
        await until(() => document.querySelector('.quick-view [data-rendered=true]'));
        const isStarted = Symbol.for('magento-back-in-stock') in document;
        if (isStarted) await until(() => document.querySelector('.quick-view .back-in-stock'));
        document.querySelector<HTMLElement>('.quick-view-popup .action-close')?.click();
        await until(() => !document.querySelector('.quick-view'));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }),
  },
  {
    name: 'going to and fro without loading pages',
    path: '/pwa/camp-lantern',
    // The demo's own pages differ by up to 20 nodes from count to count, without the widget too.
    times: 40,
    once: (page) =>
      page.evaluate(async () => {
        const until = async (isThere: () => unknown) => {
          while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 5));
        };
        const isStarted = Symbol.for('magento-back-in-stock') in document;
        for (const [name, drawn] of [
          ['trail-runner', '[data-rendered=true]'],
          ['camp-lantern', '.product-camp-lantern .product-info-main .stock.unavailable'],
        ] as const) {
          document.querySelector<HTMLElement>(`.product-items a[href="/shop/${name}"]`)?.click();
          await until(() => document.querySelector(drawn));
          await until(() => document.body.classList.contains(`product-${name}`));
          if (isStarted) await until(() => document.querySelector('.back-in-stock'));
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }),
  },
  {
    name: 'drawing swatches anew',
    path: '/shop/trail-runner',
    times: 100,
    once: (page) =>
      page.evaluate(async () => {
        dispatchEvent(new Event('demo:rerender'));
        for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
      }),
  },
  {
    name: 'filtering a list and clearing the filter',
    path: '/category/all',
    parameters: { options: { listing: true } },
    times: 25,
    once: (page) =>
      page.evaluate(async () => {
        const until = async (isThere: () => unknown) => {
          while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 5));
        };
        const isStarted = Symbol.for('magento-back-in-stock') in document;
        for (const selector of ['.filter .item a', '.filter-clear']) {
          const grid = document.querySelector('.products-grid');
          document.querySelector<HTMLElement>(selector)?.click();
          await until(() => !grid?.isConnected);
          if (isStarted) await until(() => document.querySelector('.back-in-stock'));
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }),
  },
];

/** How much more is kept after a habit than before; the first few times are for what is made only once. */
async function measureGrowth(page: Page, { once, times }: Habit): Promise<Kept> {
  const client = await page.context().newCDPSession(page);
  for (let time = 0; time < 5; time += 1) await once(page);
  const before = await countKept(page, client);
  for (let time = 0; time < times; time += 1) await once(page);
  const after = await countKept(page, client);
  return { nodes: after.nodes - before.nodes, listeners: after.listeners - before.listeners };
}

for (const habit of HABITS) {
  test(
    `${habit.name}: nothing is kept beyond what the page itself keeps`,
    AT_LENGTH,
    async ({ page, shop }) => {
      test.setTimeout(120_000);
      await openPage(page, shop, habit.path, { ...habit.parameters, way: 'none' });
      await waitForOptions(page);
      const without = await measureGrowth(page, habit);
      await openPage(page, shop, habit.path, { ...habit.parameters, way: 'script' });
      await waitForOptions(page);
      await expect(page.locator('.back-in-stock').first()).toBeVisible();
      const growth = await measureGrowth(page, habit);
      // One node or listener each time would be as many as the times.
      const few = habit.times * 0.8;
      expect(
        growth.nodes - without.nodes,
        `nodes: ${JSON.stringify({ growth, without })}`,
      ).toBeLessThan(few);
      expect(growth.listeners - without.listeners, 'listeners').toBeLessThan(few);
    },
  );
}

test('opening and closing the modal: nothing is kept', async ({ page, shop, widget }) => {
  await openPage(page, shop, '/shop/trail-runner');
  await waitForOptions(page);
  await expect(widget.button).toBeVisible();
  const growth = await measureGrowth(page, {
    name: '',
    path: '',
    times: 50,
    once: (it) =>
      it.evaluate(async () => {
        const find = () => document.querySelector('back-in-stock-modal')?.shadowRoot;
        document.querySelector<HTMLElement>('.back-in-stock button')?.click();
        while (!find()?.querySelector('dialog[open]')) {
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        const closed = new Promise((resolve) => {
          document.addEventListener('back-in-stock:closed', resolve, { once: true });
        });
        find()?.querySelector<HTMLElement>('.close')?.click();
        await closed;
      }),
  });
  expect(growth.nodes).toBeLessThan(10);
  expect(growth.listeners).toBeLessThan(10);
});

for (const { path, parameters } of [
  { path: '/shop/trail-runner', parameters: {} },
  { path: '/category/all', parameters: { options: { listing: true }, tiles: '200' } },
]) {
  test(
    `${path}: destroy() leaves no node and no listener`,
    atLengthUnless(path === '/shop/trail-runner'),
    async ({ page, shop }) => {
      await openPage(page, shop, path, { way: 'script', ...parameters });
      await waitForOptions(page);
      await expect(page.locator('.back-in-stock').first()).toBeVisible();
      const client = await page.context().newCDPSession(page);
      const toggle = (isOn: boolean) =>
        page.evaluate(
          async ([on, settings]) => {
            const { init } = Reflect.get(window, 'BackInStock');
            const handle = init(on ? settings : undefined);
            if (on) await handle.refresh();
            else handle.destroy();
            for (let turn = 0; turn < 5; turn += 1)
              await new Promise((resolve) => setTimeout(resolve));
          },
          [isOn, { apiKey: 'DEMO01', endpoint: shop.endpoint, ...parameters.options }] as const,
        );
      await toggle(false);
      await expect(page.locator('.back-in-stock')).toHaveCount(0);
      const before = await countKept(page, client);
      const shared = await countListeners(client);
      for (let time = 0; time < 10; time += 1) {
        await toggle(true);
        expect(
          await page.evaluate(() => document.querySelectorAll('.back-in-stock').length),
        ).toBeGreaterThan(0);
        await toggle(false);
      }
      const after = await countKept(page, client);
      expect(await countListeners(client)).toEqual(shared);
      expect(after.nodes - before.nodes).toBeLessThan(10);
      expect(after.listeners - before.listeners).toBeLessThan(10);
    },
  );
}
