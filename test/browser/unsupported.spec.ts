import { atLengthUnless } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { waitForOptions } from './readiness.ts';

/** Browsers of before 2022 and 2023, by what they lack. */
const LACKS: Record<string, () => void> = {
  'dialog.showModal': () => {
    Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal');
  },
  'adopted style sheets': () => {
    Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
    Reflect.deleteProperty(ShadowRoot.prototype, 'adoptedStyleSheets');
  },
};

/** What the page gets from the script itself, by each way of use: a handle that does nothing. */
function openThroughWay(page: Page, way: string): Promise<boolean> {
  return page.evaluate(async (wanted) => {
    const get = (name: string) => Reflect.get(window, name);
    if (wanted === 'script') return get('BackInStock').init().open();
    if (wanted === 'esm') {
      const address = `${location.origin}/dist/back-in-stock.mjs`;
      return (await import(address)).init().open();
    }
    return new Promise<boolean>((resolve) => {
      get('require')(['backInStock'], (module: { init(): { open(): Promise<boolean> } }) => {
        resolve(module.init().open());
      });
    });
  }, way);
}

for (const [lack, remove] of Object.entries(LACKS)) {
  for (const way of ['script', 'requirejs', 'esm']) {
    test(
      `without ${lack}, ${way}: no button and no error`,
      atLengthUnless(way === (lack === Object.keys(LACKS)[0] ? 'script' : 'esm')),
      async ({ page, openProduct, widget }) => {
        await page.addInitScript(remove);
        await openProduct('trail-runner', { way });
        await waitForOptions(page);
        expect(await openThroughWay(page, way)).toBe(false);
        await expect(page.locator('.back-in-stock')).toHaveCount(0);
        await expect(widget.button).toHaveCount(0);
        // The shop itself goes on.
        await page.getByRole('option', { name: 'Red' }).click();
        await expect(page.locator('[data-option-selected]')).toHaveCount(1);
      },
    );
  }
}

test('with all of it the same questions give a modal', async ({ page, openProduct, widget }) => {
  await openProduct('trail-runner');
  expect(await openThroughWay(page, 'script')).toBe(true);
  await expect(widget.dialog).toBeVisible();
});
