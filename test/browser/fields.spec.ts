import type { Locator } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { expect, test } from './fixtures.ts';

/** Asserts that the field is marked as wrong and described by this sentence. */
async function expectMistake(field: Locator, sentence: string): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(sentence);
}

test('an empty e-mail: its sentence at the field, and nothing is sent', async ({
  openProduct,
  widget,
  shop,
}) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  await expect(widget.email).toHaveAttribute('aria-invalid', 'false');
  await widget.submit.click();
  await expectMistake(widget.email, DEFAULT_TEXTS.emailMissing);
  await expect(widget.dialog.getByText(DEFAULT_TEXTS.emailMissing)).toBeVisible();
  await expect(widget.email).toBeFocused();
  expect(shop.sandbox.requests).toHaveLength(0);

  // The sentence goes as soon as the shopper does something about it.
  await widget.email.press('s');
  await expect(widget.email).toHaveAttribute('aria-invalid', 'false');
  await expect(widget.dialog.getByText(DEFAULT_TEXTS.emailMissing)).toHaveCount(0);
});

test('malformed e-mails: the sentence at the field, and nothing is sent', async ({
  openProduct,
  widget,
  shop,
}) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  for (const address of [
    'sam',
    'sam@',
    '@example.com',
    'sam@example',
    'sam@@example.com',
    'sam@example..com',
    'sam b@example.com',
    'sam@example.com,eve@example.com',
  ]) {
    await test.step(address, async () => {
      await widget.email.fill(address);
      await expect(widget.email).toHaveAttribute('aria-invalid', 'false');
      await widget.email.press('Enter');
      await expectMistake(widget.email, DEFAULT_TEXTS.emailMalformed);
      await expect(widget.email).toBeFocused();
      await expect(widget.email).toHaveValue(address);
    });
  }
  expect(shop.sandbox.requests).toHaveLength(0);
});

test('blanks around the address are left out', AT_LENGTH, async ({ openProduct, widget, shop }) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  await widget.email.pressSequentially('  sam@example.com ');
  await widget.email.press('Enter');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(shop.sandbox.events.map(({ email }) => email)).toEqual(['sam@example.com']);
});

test('unusual addresses that are right pass', AT_LENGTH, async ({ openProduct, widget, shop }) => {
  await openProduct('camp-lantern');
  const addresses = ["o'neil+shoes@a.b.example.photography", 'SAM_1@xn--mller-kva.example'];
  for (const address of addresses) {
    await widget.subscribe(address);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    await widget.submit.click();
  }
  expect(shop.sandbox.events.map(({ email }) => email)).toEqual(addresses);
});

test(
  'an address of another alphabet stays as it is typed, and is sent',
  AT_LENGTH,
  async ({ openProduct, widget, shop }) => {
    await openProduct('camp-lantern');
    await widget.button.click();
    // The browser gives the script a domain in ASCII while the shopper is typing it in Unicode.
    await widget.email.pressSequentially('sam@müller.example');
    await widget.email.press('Enter');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(shop.sandbox.events.map(({ email }) => email)).toEqual(['sam@xn--mller-kva.example']);
  },
);

test('no choice: its sentence at the select, beside that of the e-mail', async ({
  openProduct,
  widget,
  shop,
}) => {
  await openProduct('trail-runner');
  await widget.button.click();
  await widget.submit.click();
  await expectMistake(widget.variant, DEFAULT_TEXTS.variantMissing);
  await expectMistake(widget.email, DEFAULT_TEXTS.emailMissing);
  await expect(widget.variant).toBeFocused();

  await widget.email.fill('sam@example.com');
  await widget.email.press('Enter');
  await expectMistake(widget.variant, DEFAULT_TEXTS.variantMissing);
  await expect(widget.email).toHaveAttribute('aria-invalid', 'false');
  await expect(widget.variant).toBeFocused();
  expect(shop.sandbox.requests).toHaveLength(0);

  await widget.variant.selectOption('Red / 42');
  await expect(widget.variant).toHaveAttribute('aria-invalid', 'false');
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2003']);
});
