import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, test } from './fixtures.ts';
import { expectNothingOffered, waitForOptions } from './readiness.ts';

// Before 2.4.4 there is no list of what can be bought: with out-of-stock products shown, an option
// lists only the children that can be. 2.3 also names the attributes of its swatches differently.
for (const { magento, way } of [
  { magento: '2.4.1', way: 'require' },
  { magento: '2.3.5', way: 'script' },
]) {
  for (const { name, offered, variant } of [
    {
      name: 'trail-runner',
      offered: ['Red / 42', 'Blue / 40', 'Blue / 41', 'Blue / 42', 'Blue / 43'],
      variant: '2003',
    },
    {
      name: 'harbour-jacket',
      offered: ['Cotton / Regular', 'Wool / Slim', 'Linen / Slim', 'Linen / Regular'],
      variant: '2015',
    },
    { name: 'everyday-hoodie', offered: ['Red / Wool', 'Green / Cotton'], variant: '2024' },
  ]) {
    test(
      `${magento}, ${way}, ${name}: the sold-out variants are offered`,
      atLengthUnless(name === 'trail-runner'),
      async ({ openProduct, widget, shop }) => {
        await openProduct(name, { magento, way });
        await widget.button.click();
        expect(await widget.offers()).toEqual(offered);
        await widget.variant.selectOption({ index: 1 });
        await widget.email.fill('sam@example.com');
        await widget.submit.click();
        await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
        expect(shop.sandbox.events).toEqual([{ email: 'sam@example.com', variant, store: '1' }]);
      },
    );
  }

  test(
    `${magento}: the choice of swatches is followed`,
    AT_LENGTH,
    async ({ page, openProduct, widget }) => {
      await openProduct('trail-runner', { magento });
      await waitForOptions(page);
      await page.getByRole('option', { name: 'Red' }).click();
      await widget.button.click();
      await expect(widget.variant).toHaveCount(0);
      await expect(widget.chosen).toHaveText(['Red', '42']);
      await widget.close.click();
      await page.getByRole('option', { name: '41', exact: true }).click();
      await expect(widget.button).toHaveCount(0);
    },
  );

  test(`${magento}, stock hidden: no button`, AT_LENGTH, async ({ page, openProduct }) => {
    await openProduct('trail-runner', { magento, stock: 'hidden' });
    await expectNothingOffered(page);
  });
}
