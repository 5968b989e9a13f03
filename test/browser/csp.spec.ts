import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { readViolations, recordViolations } from './violations.ts';

for (const way of ['script', 'script-json', 'esm', 'requirejs']) {
  for (const { name, label, variant } of [
    { name: 'camp-lantern', label: undefined, variant: '2045' },
    { name: 'trail-runner', label: 'Red / 42', variant: '2003' },
  ]) {
    test(
      `${way}, ${name}: a whole subscription without a violation`,
      atLengthUnless((way === 'script') === (name === 'trail-runner')),
      async ({ page, openProduct, widget, shop }) => {
        await recordViolations(page);
        await openProduct(name, { csp: 'strict', way });
        await widget.button.click();
        await widget.submit.click();
        await expect(widget.email).toHaveAttribute('aria-invalid', 'true');
        if (label) await widget.variant.selectOption(label);
        await widget.email.fill('sam@example.com');
        await widget.submit.click();
        await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
        // The styles came through, and so did what is set on single elements.
        await expect(widget.submit).toHaveCSS('border-radius', '8px');
        await widget.submit.click();
        await expect(widget.dialog).toHaveCount(0);
        await expect(page.locator('.back-in-stock')).toHaveCSS('margin-bottom', '16px');
        expect(shop.sandbox.events).toEqual([{ email: 'sam@example.com', variant, store: '1' }]);
        expect(await readViolations(page)).toEqual([]);
      },
    );
  }
}

for (const way of [
  'script-async',
  'script-end',
  'script-twice',
  'script-init',
  'mage-init',
  'require',
]) {
  test(
    `${way}: the form opens without a violation`,
    AT_LENGTH,
    async ({ page, openProduct, widget }) => {
      await recordViolations(page);
      await openProduct('camp-lantern', { csp: 'strict', way });
      await widget.button.click();
      await expect(widget.email).toBeFocused();
      expect(await readViolations(page)).toEqual([]);
    },
  );
}

test(
  'choices of the drawn swatches are followed under the policy',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await recordViolations(page);
    await openProduct('trail-runner', { csp: 'strict' });
    await page.getByRole('option', { name: 'Red' }).click();
    await page.getByRole('option', { name: '42' }).click();
    await widget.button.click();
    await expect(widget.chosen).toHaveText(['Red', '42']);
    expect(await readViolations(page)).toEqual([]);
  },
);

test('the policy is enforced, Trusted Types included', async ({
  page,
  openProduct,
  complaints,
}) => {
  await recordViolations(page);
  await openProduct('camp-lantern', { csp: 'strict' });
  const message = await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red');
    try {
      document.createElement('p').innerHTML = '<b></b>';
      return 'allowed';
    } catch (error) {
      return String(error);
    }
  });
  expect(message).toContain('TrustedHTML');
  await expect
    .poll(() => readViolations(page))
    .toEqual(['style-src-attr inline', 'require-trusted-types-for trusted-types-sink']);
  await takeComplaints(complaints, ['style-src', 'TrustedHTML']);
});
