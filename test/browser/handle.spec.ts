import type { JSHandle } from '@playwright/test';
import type { Handle } from '../../src/back-in-stock.ts';
import { AT_LENGTH } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { waitForOptions } from './readiness.ts';
import type { ShopWindow } from './shop-window.ts';

const getHandle = (page: Page): Promise<JSHandle<Handle>> =>
  page.evaluateHandle(() => (window as unknown as ShopWindow).BackInStock.init());

test('open() offers what the button offers', async ({ page, openProduct, widget }) => {
  await openProduct('trail-runner');
  await waitForOptions(page);
  await page.getByRole('option', { name: '42' }).click();
  const handle = await getHandle(page);
  expect(await handle.evaluate((widget) => widget.open())).toBe(true);
  expect(await widget.offers()).toEqual(['Red / 42', 'Blue / 42']);
  await expect(widget.variant).toBeFocused();
});

test('open(id) offers that variant, and no available or unknown one', async ({
  page,
  openProduct,
  widget,
  shop,
}) => {
  await openProduct('trail-runner');
  await expect(widget.button).toBeVisible();
  const handle = await getHandle(page);
  for (const id of ['2001', '2013', 'nothing']) {
    expect(await handle.evaluate((widget, wanted) => widget.open(wanted), id)).toBe(false);
  }
  await expect(widget.dialog).toHaveCount(0);
  expect(await handle.evaluate((widget) => widget.open('2011'))).toBe(true);
  await expect(widget.chosen).toHaveText(['Blue', '42']);
  await widget.email.fill('sam@example.com');
  await widget.email.press('Enter');
  await expect.poll(() => shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2011']);
});

test('the focus goes back to what had it before open()', async ({ page, openProduct, widget }) => {
  await openProduct('trail-runner');
  await expect(widget.button).toBeVisible();
  await page.getByLabel('Qty').focus();
  const handle = await getHandle(page);
  await handle.evaluate((widget) => widget.open());
  await expect(widget.variant).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Qty')).toBeFocused();
});

test(
  'init with an element puts a button into it as well',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('camp-lantern', { placeholder: '1' });
    await expect(widget.button).toHaveCount(1);
    await page.evaluate(() => {
      const element = document.querySelector('.page-footer') ?? undefined;
      (window as unknown as ShopWindow).BackInStock.init(undefined, element);
    });
    await expect(widget.button).toHaveCount(2);
    await expect(page.locator('.page-footer .back-in-stock')).toHaveCount(1);
  },
);
