import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openByHandle, waitForOptions } from './readiness.ts';
import { readEventNames, recordEvents, type ShopWindow } from './shop-window.ts';

const replaceProductArea = (page: Page) =>
  page.evaluate(() => {
    (window as unknown as ShopWindow).replaceProductArea();
  });

for (const { name, label, variant } of [
  { name: 'camp-lantern', label: undefined, variant: '2045' },
  { name: 'trail-runner', label: 'Blue / 42', variant: '2011' },
  { name: 'harbour-jacket', label: 'Wool / Slim', variant: '2017' },
]) {
  test(
    `${name}: a theme that draws the product anew gets the button anew, once`,
    atLengthUnless(name === 'trail-runner'),
    async ({ page, openProduct, widget, shop }) => {
      await openProduct(name);
      await waitForOptions(page);
      await expect(widget.button).toBeVisible();
      for (let time = 0; time < 3; time += 1) {
        await replaceProductArea(page);
        await waitForOptions(page);
        await expect(widget.button).toHaveCount(1);
      }
      await widget.subscribe('sam@example.com', label);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(shop.sandbox.events.map((event) => event.variant)).toEqual([variant]);
    },
  );
}

test('a choice that went with the replaced area is forgotten', async ({
  page,
  openProduct,
  widget,
}) => {
  await openProduct('trail-runner');
  await waitForOptions(page);
  await page.getByRole('option', { name: 'Red' }).click();
  await page.getByRole('option', { name: '41' }).click();
  await expect(widget.button).toHaveCount(0);
  await replaceProductArea(page);
  await waitForOptions(page);
  await widget.button.click();
  expect(await widget.offers()).toHaveLength(5);
});

test('the button comes back when only it was removed', async ({ page, openProduct, widget }) => {
  await recordEvents(page);
  await openProduct('camp-lantern');
  await expect(widget.button).toBeVisible();
  const removed = await page.evaluateHandle(() => {
    const button = document.querySelector('.back-in-stock');
    button?.remove();
    return button;
  });
  await expect(widget.button).toHaveCount(1);
  expect(await removed.evaluate((button) => button?.isConnected)).toBe(false);
  await expect.poll(() => readEventNames(page)).toEqual(['shown']);
});

test('the modal comes back when a theme removed it', async ({ page, openProduct, widget }) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  await widget.email.fill('sam@example.com');
  await page.evaluate(() => document.querySelector('back-in-stock-modal')?.remove());
  await expect(widget.dialog).toHaveCount(0);
  await expect(page.locator('html')).not.toHaveCSS('overflow', 'hidden');
  await widget.button.click();
  await expect(widget.email).toHaveValue('sam@example.com');
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
});

test(
  'a theme that removes the button at every change does not hang the page',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    test.setTimeout(180_000);
    await openProduct('trail-runner');
    await waitForOptions(page);
    await expect(widget.button).toBeVisible();
    const removals = () => page.evaluate(() => Number(document.body.dataset.removals));
    await page.evaluate(() => {
      document.body.dataset.removals = '0';
      new MutationObserver(() => {
        const button = document.querySelector('.back-in-stock');
        if (!button) return;
        button.remove();
        document.body.dataset.removals = `${Number(document.body.dataset.removals) + 1}`;
      }).observe(document.body, { childList: true, subtree: true });
    });
    await page.getByRole('option', { name: '42' }).click();
    // It returns again and again, and meanwhile the page does what the shopper wants.
    await expect.poll(removals).toBeGreaterThan(10);
    await page.getByRole('option', { name: 'Red' }).click();
    await expect(page.locator('[data-option-selected]')).toHaveCount(2);
    // In the end the theme has its way.
    let last = -1;
    const isOver = async () => {
      const before = last;
      last = await removals();
      return last === before;
    };
    // A hundred times, with a pause of 200 ms between two: about 20 s, and a busy machine needs longer.
    await expect.poll(isOver, { timeout: 60_000, intervals: [1000] }).toBe(true);
    expect(last).toBeGreaterThan(10);
    await expect(widget.button).toHaveCount(0);
    expect(await openByHandle(page)).toBe(true);
    await expect(widget.chosen).toHaveText(['Red', '42']);
  },
);
