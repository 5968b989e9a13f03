import type { Locator } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, test } from './fixtures.ts';
import { openPage } from './open-page.ts';
import { listPosts } from './transports.ts';
import { waitForAnswer } from './wait-for-answer.ts';

// Browsers and password managers fill in a field and say nothing of it, or only "change".

const EVENTS = {
  nothing: [],
  'change alone': ['change'],
  'keys alone': ['keydown', 'keyup'],
  // A style for `:autofill` starts it where a script wants to know of the filling.
  'an animation alone': ['animationstart'],
};

/** Fills in a field, and announces it by these events alone. */
const fillIn = (field: Locator, value: string | boolean, events: readonly string[] = []) =>
  field.evaluate(
    (element, [filled, types]) => {
      const input = element as HTMLInputElement;
      if (typeof filled === 'boolean') input.checked = filled;
      else input.value = filled;
      for (const type of types) input.dispatchEvent(new Event(type, { bubbles: true }));
    },
    [value, events] as const,
  );

const CONSENT = 'I agree.';
const OPTIONS = { newsletterList: 'LIST01', texts: { consent: CONSENT } };

for (const [name, events] of Object.entries(EVENTS)) {
  test(
    `what is filled in and announced by ${name} is what is sent, from every field`,
    atLengthUnless(name === 'nothing'),
    async ({ page, shop, widget }) => {
      await openPage(page, shop, '/shop/trail-runner', { csp: 'strict', options: OPTIONS });
      await widget.button.click();
      await fillIn(widget.variant, '2003', events);
      await fillIn(widget.email, 'sam@example.com', events);
      await fillIn(widget.dialog.getByLabel(CONSENT), true, events);
      await fillIn(widget.dialog.getByLabel(DEFAULT_TEXTS.newsletter), true, events);
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      await expect(widget.chosen).toHaveText(['Red', '42']);
      expect(shop.sandbox.events).toEqual([
        { email: 'sam@example.com', variant: '2003', store: '1' },
      ]);
      expect(shop.sandbox.newsletters).toEqual([{ email: 'sam@example.com', list: 'LIST01' }]);
    },
  );

  test(
    `what is emptied and announced by ${name} is not sent`,
    atLengthUnless(name === 'nothing'),
    async ({ page, shop, widget }) => {
      await openPage(page, shop, '/shop/trail-runner', { options: OPTIONS });
      await widget.button.click();
      const consent = widget.dialog.getByLabel(CONSENT);
      await widget.variant.selectOption('2003');
      await widget.email.fill('sam@example.com');
      await consent.check();
      await fillIn(widget.variant, '', events);
      await fillIn(widget.email, '', events);
      await fillIn(consent, false, events);
      await widget.submit.click();
      await expect(widget.variant).toHaveAccessibleDescription(DEFAULT_TEXTS.variantMissing);
      await expect(widget.email).toHaveAccessibleDescription(DEFAULT_TEXTS.emailMissing);
      await expect(consent).toHaveAccessibleDescription(DEFAULT_TEXTS.consentMissing);
      expect(listPosts(shop.sandbox)).toEqual([]);
    },
  );
}

test(
  'a field that is filled in by "change" alone is no longer called wrong',
  AT_LENGTH,
  async ({ openProduct, widget }) => {
    await openProduct('camp-lantern');
    await widget.button.click();
    await widget.submit.click();
    await expect(widget.email).toHaveAttribute('aria-invalid', 'true');
    await fillIn(widget.email, 'sam@example.com', ['change']);
    await expect(widget.email).toHaveAttribute('aria-invalid', 'false');
    await expect(widget.email).toHaveValue('sam@example.com');
  },
);

test(
  '"change" of what has been judged already leaves what is said about it',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('camp-lantern');
    await widget.button.click();
    await widget.email.pressSequentially('sam@');
    await page.evaluate(() => {
      document
        .querySelector('back-in-stock-modal')
        ?.shadowRoot?.querySelector<HTMLElement>('.submit')
        ?.click();
    });
    await expect(widget.email).toHaveAccessibleDescription(DEFAULT_TEXTS.emailMalformed);
    // The field is left, and the browser announces its change only now.
    await widget.close.focus();
    await expect(widget.email).toHaveAccessibleDescription(DEFAULT_TEXTS.emailMalformed);
  },
);

test(
  'another field that is typed into wipes nothing out',
  AT_LENGTH,
  async ({ openProduct, widget, shop }) => {
    await openProduct('trail-runner');
    await widget.button.click();
    await fillIn(widget.email, 'sam@example.com');
    await widget.variant.selectOption('2003');
    await expect(widget.email).toHaveValue('sam@example.com');
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(shop.sandbox.events.map(({ email }) => email)).toEqual(['sam@example.com']);
  },
);

test(
  'an address of the shop that comes late leaves what is in the field',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    const answered = waitForAnswer(page, '/graphql');
    await openProduct('camp-lantern', {
      customer: 'session',
      graphql: 'slow',
      options: '{"customerEmail":true}',
    });
    await widget.button.click();
    await fillIn(widget.email, 'other@example.com');
    await answered;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    await expect(widget.email).toHaveValue('other@example.com');
  },
);

test('what is in a field outlives closing, refusals and failures', async ({
  page,
  shop,
  widget,
  complaints,
}) => {
  await openPage(page, shop, '/shop/trail-runner', { options: { retries: 0, outbox: false } });
  await widget.button.click();
  await fillIn(widget.variant, '2003');
  await fillIn(widget.email, 'sam@');
  await page.keyboard.press('Escape');
  await widget.button.click();
  await expect(widget.email).toHaveValue('sam@');
  await expect(widget.variant).toHaveValue('2003');

  await widget.submit.click();
  await expect(widget.email).toHaveAccessibleDescription(DEFAULT_TEXTS.emailMalformed);
  await fillIn(widget.email, 'sam@example.com');
  shop.sandbox.setMode('500', 1);
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.serverError);
  complaints.length = 0;
  await expect(widget.email).toHaveValue('sam@example.com');
  await fillIn(widget.email, 'kim@example.com');
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(shop.sandbox.events.map(({ email }) => email)).toEqual(['kim@example.com']);
});
