import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { countListeners } from './count-listeners.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openByHandle, waitForOptions } from './readiness.ts';
import { readEventNames, recordEvents, type ShopWindow } from './shop-window.ts';

const OPTIONS = { apiKey: 'DEMO01', trigger: { hideAddToCart: true } };

const readPage = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

/** Starts the widget on a page that has none, without putting anything else into the page. */
async function start(page: Page, endpoint: string, options: object = {}): Promise<void> {
  await page.evaluate((settings) => (window as unknown as ShopWindow).BackInStock.init(settings), {
    ...OPTIONS,
    endpoint,
    ...options,
  });
}

const destroy = (page: Page) =>
  page.evaluate(() => (window as unknown as ShopWindow).BackInStock.init().destroy());

test.beforeEach(async ({ page, openProduct }) => {
  await recordEvents(page);
  await openProduct('trail-runner', { way: 'none' });
  await waitForOptions(page);
  await page.addScriptTag({ url: '/dist/back-in-stock.js' });
});

test('leaves the page as it was, after everything that it can do', async ({
  page,
  widget,
  shop,
}) => {
  await page.getByRole('option', { name: 'Red' }).click();
  await page.getByRole('option', { name: '42' }).click();
  const before = await readPage(page);
  await start(page, shop.endpoint);
  await expect(page.locator('#product-addtocart-button')).toBeHidden();
  await widget.subscribe('sam@example.com');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(await readPage(page)).not.toBe(before);

  await destroy(page);
  await expect(widget.button).toHaveCount(0);
  expect(await readPage(page)).toBe(before);
  // Twice does no harm.
  await destroy(page);
  expect(await readPage(page)).toBe(before);
});

for (const placement of ['before', 'inside', 'instead']) {
  test(
    `leaves the page as it was with the button ${placement} its anchor`,
    AT_LENGTH,
    async ({ page, widget, shop }) => {
      const before = await readPage(page);
      await start(page, shop.endpoint, { trigger: { anchor: '.box-tocart', placement } });
      await expect(widget.button).toBeVisible();
      await destroy(page);
      await expect(widget.button).toHaveCount(0);
      expect(await readPage(page)).toBe(before);
    },
  );
}

test('closes an open modal, gives the focus back and lets the page scroll', async ({
  page,
  widget,
  shop,
}) => {
  const before = await readPage(page);
  await start(page, shop.endpoint);
  await page.getByLabel('Qty').focus();
  expect(await openByHandle(page)).toBe(true);
  await expect(widget.variant).toBeFocused();
  await expect(page.locator('html')).toHaveCSS('overflow', 'hidden');

  await destroy(page);
  await expect(widget.dialog).toHaveCount(0);
  await expect(page.getByLabel('Qty')).toBeFocused();
  expect(await readPage(page)).toBe(before);
  await expect.poll(() => readEventNames(page)).toEqual(['shown', 'opened', 'closed']);
});

test(
  'takes its listeners away and does not follow the page any more',
  AT_LENGTH,
  async ({ page, widget, shop }) => {
    const client = await page.context().newCDPSession(page);
    const before = await countListeners(client);
    await start(page, shop.endpoint);
    await widget.button.click();
    await expect(widget.variant).toBeFocused();
    expect(await countListeners(client)).not.toEqual(before);
    await widget.close.click();
    await expect(widget.dialog).toHaveCount(0);

    const gone = await page.evaluateHandle(() =>
      (window as unknown as ShopWindow).BackInStock.init(),
    );
    await gone.evaluate((handle) => handle.destroy());
    await expect(widget.button).toHaveCount(0);
    expect(await countListeners(client)).toEqual(before);
    await page.getByRole('option', { name: 'Red' }).click();
    await page.getByRole('option', { name: '42' }).click();
    expect(await gone.evaluate((handle) => handle.open())).toBe(false);
    await expect(widget.button).toHaveCount(0);
  },
);

test('another one can be started after it', AT_LENGTH, async ({ page, widget, shop }) => {
  await start(page, shop.endpoint);
  await expect(widget.button).toBeVisible();
  await destroy(page);
  await expect(widget.button).toHaveCount(0);
  await start(page, shop.endpoint);
  await widget.subscribe('sam@example.com', 'Blue / 40');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await expect(page.locator('.back-in-stock')).toHaveCount(1);
});
