import AxeBuilder from '@axe-core/playwright';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, takeComplaints, test } from './fixtures.ts';
import { holdAnswers } from './route-klaviyo.ts';
import { SENT_ONCE } from './sent-once.ts';

/** Everything that axe finds on the whole page, the modal's shadow root included. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.length).toBeGreaterThan(0);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('the page with the button', async ({ page, openProduct, widget }) => {
  await openProduct('camp-lantern');
  await expect(widget.button).toBeVisible();
  await expect(widget.button).toHaveAttribute('aria-haspopup', 'dialog');
  expect(await violations(page)).toEqual([]);
});

for (const parameters of [{}, { dir: 'rtl' }] as Record<string, string>[]) {
  const direction = parameters.dir ?? 'ltr';

  test(
    `${direction}: the modal with a choice, its mistakes, and success`,
    atLengthUnless(direction === 'ltr'),
    async ({ page, openProduct, widget }) => {
      await openProduct('trail-runner', parameters);
      await widget.button.click();
      await expect(page.getByRole('dialog', { name: 'Trail Runner 2', exact: true })).toBeVisible();
      await expect(widget.dialog).toHaveAccessibleName('Trail Runner 2');
      await expect(widget.variant).toHaveAccessibleName('Colour / Size');
      expect(await violations(page)).toEqual([]);

      await widget.submit.click();
      await expect(widget.variant).toHaveAttribute('aria-invalid', 'true');
      expect(await violations(page)).toEqual([]);

      await widget.variant.selectOption('Red / 42');
      await widget.email.fill('sam@example.com');
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(await violations(page)).toEqual([]);
    },
  );
}

test('the modal of a single variant', AT_LENGTH, async ({ page, openProduct, widget }) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  await expect(widget.dialog).toHaveAccessibleName('Camp Lantern');
  expect(await violations(page)).toEqual([]);
});

test(
  'sending, and a failure',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop, complaints }) => {
    const release = await holdAnswers(page, shop.endpoint);
    await openProduct('camp-lantern', { options: JSON.stringify(SENT_ONCE) });
    shop.sandbox.setMode('500');
    await widget.subscribe('sam@example.com');
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.sending);
    expect(await violations(page)).toEqual([]);

    release();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.serverError);
    expect(await violations(page)).toEqual([]);
    await takeComplaints(complaints, ['500']);
  },
);

test('the live region is there before it has something to say', async ({ openProduct, widget }) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  await expect(widget.status).toHaveText('');
  const region = await widget.status.elementHandle();
  await widget.email.fill('sam@example.com');
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  // A region that came into being together with its text would not be read out.
  expect(await region?.textContent()).toBe(DEFAULT_TEXTS.success);
});
