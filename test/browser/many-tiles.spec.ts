import { AT_LENGTH } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openPage } from './open-page.ts';

/** What the widget did to the page, counted from its start. */
interface Spied {
  observers: number;
  /** Questions asked of an element in a tile, by the name of the method. */
  readonly asked: Record<string, number>;
}

/** Counts observers, and every look into a tile. */
async function spy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const spied: Spied = { observers: 0, asked: {} };
    Object.assign(window, { spied });
    const Original = MutationObserver;
    window.MutationObserver = class extends Original {
      constructor(callback: MutationCallback) {
        super(callback);
        spied.observers += 1;
      }
    };
    const { closest } = Element.prototype;
    for (const name of ['querySelector', 'querySelectorAll', 'closest', 'matches'] as const) {
      const original = Element.prototype[name] as (selector: string) => unknown;
      Object.assign(Element.prototype, {
        [name](this: Element, selector: string) {
          if (closest.call(this, '.product-item')) spied.asked[name] = (spied.asked[name] ?? 0) + 1;
          return original.call(this, selector);
        },
      });
    }
  });
}

const readSpied = (page: Page) => page.evaluate(() => Reflect.get(window, 'spied') as Spied);

/** Puts something into the page where no tile is, and counts what is asked of tiles until the widget has read the page. */
async function countLooks(page: Page, markup: string): Promise<Record<string, number>> {
  return page.evaluate(async (text) => {
    const { asked } = Reflect.get(window, 'spied') as Spied;
    for (const name of Object.keys(asked)) delete asked[name];
    document.querySelector('footer')?.insertAdjacentHTML('beforeend', text);
    // Longer than the widget gathers changes; what comes later would be missed, and is none of this change's.
    const begin = performance.now();
    while (performance.now() - begin < 400) await new Promise((resolve) => setTimeout(resolve));
    return { ...asked };
  }, markup);
}

for (const data of ['none', 'tag']) {
  test(
    `data=${data}: 100 and 1,000 tiles have one observer, and a look each per reading`,
    AT_LENGTH,
    async ({ page, shop }) => {
      await spy(page);
      for (const tiles of [100, 1000]) {
        const options = { listing: true };
        const parameters = { options, data, tiles: String(tiles), way: 'script' };
        await openPage(page, shop, '/category/all', parameters);
        const labels = page.locator('.product-item .stock.unavailable');
        const soldOut = await labels.count();
        expect(soldOut).toBeGreaterThan(tiles / 3);
        await expect(page.locator('.back-in-stock')).toHaveCount(soldOut);
        await expect(page.locator('[data-rendered=true]').first()).toBeAttached();
        expect((await readSpied(page)).observers).toBe(1);
        expect(await countLooks(page, '<p>A change of no concern</p>')).toEqual({});
        const looks = await countLooks(page, '<p class="stock">A label</p>');
        // From its label to the tile, and whether that still leads to the same product.
        expect(looks).toEqual({ closest: soldOut, querySelector: soldOut });
      }
    },
  );
}
