import { expect, test } from './fixtures.ts';
import { waitForOptions } from './readiness.ts';

const hiding = { options: JSON.stringify({ trigger: { hideAddToCart: true } }) };

test('hidden while a sold-out variant is chosen, and there again after', async ({
  page,
  openProduct,
  widget,
}) => {
  await openProduct('trail-runner', hiding);
  await waitForOptions(page);
  const addToCart = page.locator('#product-addtocart-button');
  const quantity = page.getByLabel('Qty');
  await expect(widget.button).toBeVisible();
  await expect(addToCart).toBeVisible();

  await page.getByRole('option', { name: 'Red' }).click();
  await expect(addToCart).toBeVisible();
  await page.getByRole('option', { name: '42' }).click();
  await expect(addToCart).toBeHidden();
  await expect(quantity).toBeHidden();
  await expect(widget.button).toBeVisible();

  await page.getByRole('option', { name: '41' }).click();
  await expect(addToCart).toBeVisible();
  await expect(quantity).toBeVisible();
  await expect(widget.button).toHaveCount(0);
  // Nothing is left behind on the theme's elements.
  expect(await addToCart.getAttribute('style')).toBeNull();
});

test('left alone without the setting', async ({ page, openProduct, widget }) => {
  await openProduct('trail-runner');
  await waitForOptions(page);
  await page.getByRole('option', { name: 'Red' }).click();
  await page.getByRole('option', { name: '42' }).click();
  await widget.button.click();
  await expect(widget.chosen).toHaveText(['Red', '42']);
  await widget.close.click();
  await expect(page.locator('#product-addtocart-button')).toBeVisible();
});
