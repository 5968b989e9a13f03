import { AT_LENGTH } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { type KeptAlive, measureGrowth } from './kept-alive.ts';
import { openPage } from './open-page.ts';
import { waitForOptions } from './readiness.ts';

// What a shopper or a theme does so often that the smallest thing kept each time would show. It is done inside of the page, since Playwright's own handles would be counted too.

/** Opens the modal by its button and closes it: by its cross, or after a subscription, where there is an address for one. */
const openAndClose = (page: Page, times: number, email?: string) =>
  page.evaluate(
    async ({ count, typed }) => {
      const next = (name: string) =>
        new Promise((resolve) => {
          document.addEventListener(`back-in-stock:${name}`, resolve, { once: true });
        });
      for (let time = 0; time < count; time += 1) {
        const opened = next('opened');
        document.querySelector<HTMLElement>('.back-in-stock button')?.click();
        await opened;
        const root = document.querySelector('back-in-stock-modal')?.shadowRoot;
        if (typed) {
          const field = root?.querySelector<HTMLInputElement>('input');
          if (field) field.value = typed;
          field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
          const subscribed = next('subscribed');
          root?.querySelector<HTMLElement>('.submit')?.click();
          await subscribed;
        }
        const closed = next('closed');
        root?.querySelector<HTMLElement>(typed ? '.submit' : '.close')?.click();
        await closed;
      }
    },
    { count: times, typed: email },
  );

/** Lets the theme draw the product area anew, and waits for its options and, where there is one, the button. */
const replaceArea = (page: Page, times: number) =>
  page.evaluate(async (count) => {
    const until = async (isThere: () => unknown) => {
      while (!isThere()) await new Promise((resolve) => setTimeout(resolve));
    };
    const running = Reflect.get(document, Symbol.for('magento-back-in-stock'));
    for (let time = 0; time < count; time += 1) {
      const area: Element = Reflect.get(window, 'replaceProductArea')();
      if (area.querySelector('[data-role=swatch-options]')) {
        await until(() => area.querySelector('[data-rendered=true]'));
      }
      // Changes that follow one another are gathered; this reads the page at once.
      await running?.handle.open('no such variant');
      if (running) await until(() => area.querySelector('.back-in-stock'));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, times);

/** In bytes: about the size of the smallest object. */
const FEW_BYTES = 64;

function expectNothingKept({ nodes, listeners, heap }: KeptAlive, limit: number): void {
  expect(nodes, 'nodes').toBeLessThan(10);
  expect(listeners, 'listeners').toBeLessThan(10);
  expect(heap, 'heap').toBeLessThan(limit);
}

test('a thousand openings and closings keep nothing', AT_LENGTH, async ({ page, shop, widget }) => {
  test.setTimeout(180_000);
  await openPage(page, shop, '/shop/trail-runner', { csp: 'strict' });
  await expect(widget.button).toBeVisible();
  const growth = await measureGrowth(page, 200, (times) => openAndClose(page, times));
  expectNothingKept(growth, 200 * FEW_BYTES);
});

test('hundreds of subscriptions keep nothing', AT_LENGTH, async ({ page, shop, widget }) => {
  test.setTimeout(180_000);
  await openPage(page, shop, '/shop/camp-lantern', { csp: 'strict' });
  await expect(widget.button).toBeVisible();
  const growth = await measureGrowth(page, 80, (times) =>
    openAndClose(page, times, 'sam@example.com'),
  );
  // The browser itself keeps a note of each request, for who inspects the page.
  expectNothingKept(growth, 80 * 1024);
});

test(
  'hundreds of replacements of the product area keep nothing',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    test.setTimeout(180_000);
    await openPage(page, shop, '/shop/camp-lantern');
    await expect(widget.button).toBeVisible();
    const growth = await measureGrowth(page, 150, (times) => replaceArea(page, times));
    expectNothingKept(growth, 150 * FEW_BYTES);
  },
);

test(
  'two hundred replacements with swatches keep no node and no listener that the page does not keep itself',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    test.setTimeout(120_000);
    const measure = async (way: string) => {
      await openPage(page, shop, '/shop/trail-runner', { way });
      await waitForOptions(page);
      await expect(widget.button).toHaveCount(way === 'none' ? 0 : 1);
      return measureGrowth(page, 40, (times) => replaceArea(page, times));
    };
    const without = await measure('none');
    const growth = await measure('script');
    // Luma's components keep some areas, and may release one or two of them in any round.
    expect(growth.nodes, 'nodes').toBeLessThan(without.nodes * 1.1);
    expect(growth.listeners, 'listeners').toBeLessThan(without.listeners * 1.1);
  },
);
