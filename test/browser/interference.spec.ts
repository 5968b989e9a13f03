import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { expect, test } from './fixtures.ts';
import { waitForOptions } from './readiness.ts';
import type { ShopWindow } from './shop-window.ts';

// What one part of the page, or of the widget, could do to another.

test('a choice cannot be changed while it is under way', async ({ openProduct, widget, shop }) => {
  await openProduct('trail-runner');
  shop.sandbox.setMode('slow');
  await widget.subscribe('sam@example.com', 'Red / 42');
  await expect(widget.submit).toHaveText(DEFAULT_TEXTS.sending);
  // They say that they are disabled, and Playwright would wait for them.
  await widget.variant.press('ArrowUp');
  await widget.email.fill('other@example.com', { force: true });
  await widget.email.press('Enter');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await expect(widget.chosen).toHaveText(['Red', '42']);
  expect(shop.sandbox.requests.map(({ body }) => body)).toEqual([
    'a=DEMO01&email=sam%40example.com&variant=2003&platform=magento_two&store=1',
  ]);
});

test(
  "a quick view's swatches are not taken for the product's",
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('trail-runner');
    await waitForOptions(page);
    await page.getByRole('option', { name: 'Red' }).click();
    await page.getByRole('option', { name: '42' }).click();
    await page.evaluate(() => {
      const original = document.querySelector('[data-role=swatch-options]');
      const copy = original?.cloneNode(true) as Element;
      copy.querySelector('[data-attribute-code=color]')?.setAttribute('data-option-selected', '51');
      document.body.append(copy);
    });
    await widget.button.click();
    await expect(widget.chosen).toHaveText(['Red', '42']);
  },
);

test(
  'an anchor that matches the button itself gets no button of its own',
  AT_LENGTH,
  async ({ page, openProduct }) => {
    const options = JSON.stringify({ trigger: { anchor: '.action.primary' } });
    await openProduct('trail-runner', { options });
    await waitForOptions(page);
    const anchors = page.locator('.action.primary:not(.back-in-stock *, .product-item *)');
    await expect(anchors).not.toHaveCount(0);
    await page.getByRole('option', { name: '42' }).click();
    await expect(page.locator('.back-in-stock')).toHaveCount(await anchors.count());
  },
);

test(
  'Add to Cart comes back when it is both the anchor and to be hidden',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    const trigger = {
      anchor: '#product-addtocart-button',
      placement: 'instead',
      hideAddToCart: true,
    };
    await openProduct('trail-runner', { options: JSON.stringify({ trigger }) });
    await waitForOptions(page);
    const addToCart = page.locator('#product-addtocart-button');
    for (let time = 0; time < 2; time += 1) {
      await page.getByRole('option', { name: 'Red' }).click();
      await page.getByRole('option', { name: '42' }).click();
      await expect(widget.button).toBeVisible();
      await expect(addToCart).toBeHidden();
      await page.getByRole('option', { name: '40' }).click();
      await expect(widget.button).toHaveCount(0);
      await expect(addToCart).toBeVisible();
      await page.getByRole('option', { name: 'Red' }).click();
      await page.getByRole('option', { name: '40' }).click();
    }
  },
);

test('the focus goes to the new button when the theme has replaced the pressed one', async ({
  page,
  openProduct,
  widget,
}) => {
  await openProduct('camp-lantern');
  await widget.button.press('Enter');
  await expect(widget.email).toBeFocused();
  await page.evaluate(() => (window as unknown as ShopWindow).replaceProductArea());
  await page.keyboard.press('Escape');
  await expect(widget.dialog).toHaveCount(0);
  await expect(widget.button).toBeFocused();
});

test(
  'a page whose jQuery is something else is not disturbed',
  AT_LENGTH,
  async ({ page, openProduct }) => {
    await page.addInitScript(() => {
      window.addEventListener('unhandledrejection', () => console.error('unhandled'));
      Object.assign(window, { jQuery: {} });
    });
    await openProduct('trail-runner', { way: 'script', csp: 'strict' });
    await expect(page.locator('[data-role=swatch-options]')).toBeVisible();
    const opened = await page.evaluate(() =>
      (window as unknown as ShopWindow).BackInStock.init().open(),
    );
    expect(typeof opened).toBe('boolean');
  },
);
