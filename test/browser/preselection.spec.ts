import { atLengthUnless } from './at-length.ts';
import { expect, test } from './fixtures.ts';

// Magento itself chooses what the address asks for, when its widgets start.
for (const { name, address, label } of [
  { name: 'swatches by code', address: 'trail-runner?color=49&size=168', label: 'Red / 42' },
  { name: 'swatches by id', address: 'trail-runner#93=49&144=168', label: 'Red / 42' },
  { name: 'a part of the swatches', address: 'trail-runner#93=49', label: 'Red / 42' },
  {
    name: 'a part of the dropdowns',
    address: 'harbour-jacket?fabric=171',
    label: 'Cotton / Regular',
  },
  {
    name: 'swatch and dropdown',
    address: 'everyday-hoodie#color=50&fabric=171',
    label: 'Green / Cotton',
  },
]) {
  test(
    `${name}: the button is for the sold-out variant`,
    atLengthUnless(name === 'swatches by code'),
    async ({ page, widget, shop }) => {
      const url = new URL(`/shop/${address}`, shop.origin);
      url.searchParams.set('delay', '50');
      await page.goto(url.href);
      const chosen = page.locator(
        '[data-option-selected], #attribute152:enabled option:nth-child(2)',
      );
      await expect(chosen.first()).toBeAttached();
      // Magento chooses one attribute after the other, in the same turn of the event loop.
      await widget.button.click();
      await expect(widget.variant).toHaveCount(0);
      await expect(widget.chosen).toHaveText(label.split(' / '));
    },
  );
}

test('an available variant that the address asks for has no button', async ({
  page,
  widget,
  openProduct,
}) => {
  await openProduct('trail-runner', { color: '49', size: '167' });
  await expect(page.locator('[data-option-selected]')).toHaveCount(2);
  await expect(widget.button).toHaveCount(0);
});
