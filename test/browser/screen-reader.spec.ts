import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { takeLogged } from './fault-checks.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { answerForm, saveData, triggerOf } from './form-file.ts';
import { openPage } from './open-page.ts';
import { waitForForm, waitForOptions } from './readiness.ts';
import { holdAnswers } from './route-klaviyo.ts';
import { listenToPage } from './screen-reader.ts';
import { SENT_ONCE } from './sent-once.ts';
import { shortenPauses } from './shorten-pauses.ts';

// What a screen reader gets of the way to a subscription: roles, names, states, and what is announced.

const { body, success, serverError, sending, retrying, emailMissing, emailMalformed } =
  DEFAULT_TEXTS;
const EMAIL = 'sam@example.com';
const HINT = 'button "Colour / Size sold out? Get notified" hasPopup: dialog';

test('each step has its name, its state and one announcement, from the hint to the end', async ({
  page,
  shop,
  widget,
}) => {
  const reader = await listenToPage(page);
  const release = await holdAnswers(page, shop.endpoint);
  await openPage(page, shop, '/shop/trail-runner');
  await waitForOptions(page);
  await waitForForm(page);
  await widget.button.focus();
  expect(await reader.readFocused()).toBe(HINT);

  await page.keyboard.press('Enter');
  await expect(widget.variant).toBeFocused();
  expect(await reader.readDialog()).toBe(`dialog "Trail Runner 2" (${body}) modal`);
  expect(await reader.readFocused()).toBe('combobox "Colour / Size" hasPopup: menu');

  // The select gets the focus, so its mistake is read with it, and only that of the other field is an alert.
  await widget.submit.press('Enter');
  await expect(widget.variant).toBeFocused();
  expect(await reader.readFocused()).toBe(
    `combobox "Colour / Size" (${DEFAULT_TEXTS.variantMissing}) hasPopup: menu, invalid`,
  );
  expect(await reader.takeHeard()).toEqual([`alert: ${emailMissing}`]);

  await page.keyboard.press('ArrowDown');
  await expect(widget.variant).toHaveValue('2003');
  await page.keyboard.press('Tab');
  expect(await reader.readFocused()).toBe(
    `textbox "E-mail address" (${emailMissing}) required, invalid`,
  );
  await page.keyboard.type('sam@');
  expect(await reader.readFocused()).toBe('textbox "E-mail address" required');
  expect(await reader.takeHeard()).toEqual([]);

  // The field has the focus already, so its mistake is an alert.
  await page.keyboard.press('Enter');
  await expect(widget.email).toHaveAttribute('aria-invalid', 'true');
  expect(await reader.readFocused()).toBe(
    `textbox "E-mail address" (${emailMalformed}) required, invalid`,
  );
  expect(await reader.takeHeard()).toEqual([`alert: ${emailMalformed}`]);

  await page.keyboard.type('example.com');
  await page.keyboard.press('Enter');
  await expect(widget.submit).toHaveText(sending);
  expect(await reader.readFocused()).toBe('textbox "E-mail address" required, disabled');
  expect(await reader.takeHeard()).toEqual([`status: ${sending}`]);

  release();
  await expect(widget.status).toHaveText(success);
  expect(await reader.readFocused()).toBe('button "Done"');
  expect(await reader.readDialog()).toBe('dialog "Trail Runner 2" (Colour Red Size 42) modal');
  expect(await reader.takeHeard()).toEqual([`status: ${success}`]);

  await page.keyboard.press('Enter');
  await expect(widget.dialog).toHaveCount(0);
  expect(await reader.readFocused()).toBe(HINT);
  expect(await reader.takeHeard()).toEqual([]);
});

test(
  'a failure is announced once, and once more when it happens again',
  AT_LENGTH,
  async ({ page, shop, widget, complaints }) => {
    const reader = await listenToPage(page);
    await openPage(page, shop, '/shop/camp-lantern', { options: SENT_ONCE });
    await waitForForm(page);
    shop.sandbox.setMode('500');
    await widget.subscribe(EMAIL);
    for (const time of ['first', 'second']) {
      await test.step(time, async () => {
        await expect(widget.status).toHaveText(serverError);
        expect(await reader.takeResults()).toEqual([`status: ${serverError}`]);
        expect(await reader.readFocused()).toBe('button "Try again"');
        await widget.submit.press('Enter');
      });
    }
    await takeLogged(complaints, ['500']);
  },
);

test(
  'a result that comes late is announced once, and so is what the shopper waits for',
  AT_LENGTH,
  async ({ page, context, shop, widget, complaints }) => {
    const reader = await listenToPage(page);
    await openPage(page, shop, '/shop/camp-lantern');
    await shortenPauses(page, 1);
    await waitForForm(page);
    shop.sandbox.setMode('503', 1);
    await widget.subscribe(EMAIL);
    await expect(widget.status).toHaveText(success);
    expect(await reader.takeResults()).toEqual([`status: ${retrying}`, `status: ${success}`]);
    await takeComplaints(complaints, ['503']);
    await widget.submit.click();

    await context.setOffline(true);
    await widget.subscribe('kim@example.com');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.keptOffline);
    await reader.takeHeard();
    await context.setOffline(false);
    await expect(widget.status).toHaveText(success);
    expect(await reader.takeResults()).toEqual([`status: ${success}`]);
    expect(await reader.readFocused()).toBe('button "Done"');
    await takeLogged(complaints, ['net::ERR_INTERNET_DISCONNECTED']);
  },
);

test(
  'the button tells that the form loads, and that it did not',
  AT_LENGTH,
  async ({ page, shop, widget, complaints }) => {
    const reader = await listenToPage(page);
    await saveData(page);
    await answerForm(page, (route) => route.abort());
    await openPage(page, shop, '/shop/camp-lantern');
    await expect(widget.button).toBeVisible();
    expect(await reader.takeHeard()).toEqual([]);
    await widget.button.press('Enter');
    await expect(triggerOf(page)).toHaveText(DEFAULT_TEXTS.notLoaded, { timeout: 20_000 });
    expect(await reader.takeHeard()).toEqual([
      `polite: ${sending}`,
      `polite: ${DEFAULT_TEXTS.notLoaded}`,
    ]);
    expect(await reader.readFocused()).toBe(`button "${DEFAULT_TEXTS.notLoaded}" hasPopup: dialog`);
    await takeLogged(complaints, ['net::ERR_FAILED', '[back-in-stock]']);
  },
);

test(
  'boxes: what must be ticked says so, and its mistake is announced once',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    const reader = await listenToPage(page);
    const options = { newsletterList: 'LIST01', texts: { consent: 'I agree.' } };
    await openPage(page, shop, '/shop/camp-lantern', { options });
    await waitForForm(page);
    await widget.button.click();
    const [newsletter, consent] = await widget.dialog.getByRole('checkbox').all();
    await newsletter?.focus();
    expect(await reader.readFocused()).toBe(`checkbox "${DEFAULT_TEXTS.newsletter}"`);
    await widget.email.fill(EMAIL);
    await widget.submit.press('Enter');
    await expect(consent ?? widget.email).toBeFocused();
    expect(await reader.readFocused()).toBe(
      `checkbox "I agree." (${DEFAULT_TEXTS.consentMissing}) invalid`,
    );
    expect(await reader.takeHeard()).toEqual([]);
    await page.keyboard.press('Space');
    expect(await reader.readFocused()).toBe('checkbox "I agree." checked');
    expect(await reader.takeHeard()).toEqual([]);
  },
);
