import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, test } from './fixtures.ts';
import { expectNothingOffered } from './readiness.ts';
import { readEventNames, recordEvents } from './shop-window.ts';

const EMAIL = 'sam@example.com';

for (const way of [
  'script-async',
  'script-end',
  'script-json',
  'script-twice',
  'script-init',
  'mage-init',
  'require',
]) {
  test(`${way}: one button, one subscription`, async ({ openProduct, widget, shop }) => {
    await openProduct('trail-runner', { way });
    await widget.subscribe(EMAIL, 'Blue / 43');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    await expect(widget.dialog).toHaveCount(1);
    await widget.submit.click();
    await expect(widget.button).toHaveCount(1);
    expect(shop.sandbox.requests).toHaveLength(1);
    expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: '2012', store: '1' }]);
  });
}

test('mage-init puts the button into its element', async ({ page, openProduct, widget }) => {
  await openProduct('camp-lantern', { way: 'mage-init' });
  await expect(widget.button).toBeVisible();
  // The element is the merchant's, the last one in the column before the links below it.
  const place = page.locator('.product-add-form + div');
  await expect(place.getByRole('button', { name: DEFAULT_TEXTS.trigger })).toHaveCount(1);
  await expect(page.locator('#product_addtocart_form .back-in-stock')).toHaveCount(0);
});

for (const { name, label, variant } of [
  { name: 'trail-runner', label: 'Red / 42', variant: '2003' },
  { name: 'harbour-jacket', label: 'Linen / Slim', variant: '2020' },
]) {
  test(
    `script, ${name}: the button is there before Luma's widgets are, and stays`,
    atLengthUnless(name === 'trail-runner'),
    async ({ page, openProduct, widget, shop }) => {
      await recordEvents(page);
      // The usual delay of a real shop, in which the configuration is nowhere on the page for two seconds.
      await openProduct(name, { way: 'script', delay: '2300' });
      await expect(widget.button).toBeVisible();
      const drawn = page.locator(
        '[data-rendered=true], .super-attribute-select option:nth-child(2)',
      );
      await expect(drawn).toHaveCount(0);
      await expect(page.locator('script[type="text/x-magento-init"]')).toHaveCount(0);
      const early = await widget.button.elementHandle();

      await expect(drawn.first()).toBeAttached();
      expect(await early?.evaluate((button) => button.isConnected)).toBe(true);
      await widget.subscribe(EMAIL, label);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant, store: '1' }]);
      await expect.poll(() => readEventNames(page)).toEqual(['shown', 'opened', 'subscribed']);
    },
  );

  test(
    `require, ${name}: the button comes with Luma's widgets`,
    AT_LENGTH,
    async ({ openProduct, widget, shop }) => {
      await openProduct(name, { way: 'require' });
      await widget.subscribe(EMAIL, label);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant, store: '1' }]);
    },
  );
}

for (const { name, variant } of [
  { name: 'printing-workshop', variant: '2046' },
  { name: 'mending-guide', variant: '2047' },
]) {
  test(
    `${name}: sold out like a simple product`,
    atLengthUnless(name === 'mending-guide'),
    async ({ openProduct, widget, shop }) => {
      await openProduct(name);
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant, store: '1' }]);
    },
  );
}

for (const { way, name } of [
  { way: 'script', name: 'crew-tee' },
  { way: 'script', name: 'enamel-mug' },
  { way: 'script', name: 'breakfast-bundle' },
  { way: 'requirejs', name: 'crew-tee' },
  { way: 'mage-init', name: 'enamel-mug' },
  { way: 'esm', name: 'breakfast-bundle' },
]) {
  test(
    `${way}, ${name}: nothing to offer, so no button`,
    AT_LENGTH,
    async ({ page, openProduct }) => {
      await openProduct(name, { way });
      await expectNothingOffered(page);
    },
  );
}
