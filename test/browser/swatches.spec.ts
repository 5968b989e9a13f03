import { AT_LENGTH } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { waitForOptions } from './readiness.ts';

const swatch = (page: Page, name: string) => page.getByRole('option', { name, exact: true });

test.beforeEach(async ({ page, openProduct }) => {
  await openProduct('trail-runner');
  await waitForOptions(page);
});

test('a complete choice of a sold-out variant is offered alone, without a select', async ({
  page,
  widget,
  shop,
}) => {
  await swatch(page, 'Red').click();
  // Magento lets a shopper choose it, and goes on saying "In stock".
  await swatch(page, '42').click();
  await expect(page.locator('.product-info-main .stock')).toHaveText('In stock');

  await widget.button.click();
  await expect(widget.variant).toHaveCount(0);
  await expect(widget.chosen).toHaveText(['Red', '42']);
  await expect(widget.email).toBeFocused();
  await widget.email.fill('sam@example.com');
  await widget.email.press('Enter');
  await expect.poll(() => shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2003']);
});

test('a choice that is undone is offered again', AT_LENGTH, async ({ page, widget }) => {
  await swatch(page, 'Red').click();
  await swatch(page, '41').click();
  await expect(widget.button).toHaveCount(0);

  await swatch(page, '41').click();
  await widget.button.click();
  await expect(widget.chosen).toHaveText(['Red', '42']);
  await widget.close.click();

  await swatch(page, 'Red').click();
  await widget.button.click();
  expect(await widget.offers()).toEqual([
    'Red / 42',
    'Blue / 40',
    'Blue / 41',
    'Blue / 42',
    'Blue / 43',
  ]);
});

test('a colour that is sold out in every size cannot be chosen, and is offered', async ({
  page,
  widget,
}) => {
  const blue = swatch(page, 'Blue, sold out, notify me');
  await expect(blue).toHaveClass(/disabled/);
  await blue.click();
  await widget.close.click();
  await swatch(page, '40').click();
  await expect(page.locator('.swatch-attribute.color[data-option-selected]')).toHaveCount(0);
  await widget.button.click();
  await expect(widget.chosen).toHaveText(['Blue', '40']);
});

test('a new choice reaches a modal that was opened before', async ({ page, widget, shop }) => {
  await swatch(page, '42').click();
  await widget.button.click();
  await widget.variant.selectOption('Blue / 42');
  await widget.email.fill('sam@example.com');
  await widget.close.click();

  // What was typed stays, and so does a choice as long as it is on offer.
  await widget.button.click();
  await expect(widget.variant.getByRole('option', { selected: true })).toHaveText('Blue / 42');
  await widget.close.click();

  await swatch(page, 'Red').click();
  await widget.button.click();
  await expect(widget.email).toHaveValue('sam@example.com');
  await widget.submit.click();
  await expect.poll(() => shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2003']);
});
