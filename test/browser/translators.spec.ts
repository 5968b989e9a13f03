import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { takeLogged } from './fault-checks.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openPage } from './open-page.ts';
import {
  countTranslations,
  keepTranslating,
  type Translating,
  translateForm,
  translatePage,
} from './page-translator.ts';
import { shortenPauses } from './shorten-pauses.ts';
import { LUMA } from './swatch-themes.ts';

const TRIGGER = { texts: { trigger: 'Tell me: {variant}', hint: 'Tell me: {variant}' } };

const readButton = (page: Page) => page.locator('.back-in-stock button').textContent();

test(
  'the button stays translated, and a new text of ours is what is shown',
  AT_LENGTH,
  async ({ page, shop }) => {
    await openPage(page, shop, LUMA.path, { options: TRIGGER });
    await LUMA.whenDrawn(page);
    await LUMA.choose(page, 'Red');
    await expect(page.locator('.back-in-stock button')).toBeVisible();
    await translatePage(page);
    await countTranslations(page);
    expect(await readButton(page)).toMatch(/^\[Tell me: .+\]$/);

    // The swatch has been translated too.
    await page.getByRole('option', { name: '[42]', exact: true }).click();
    await expect.poll(() => readButton(page)).toBe('[Tell me: Red / 42]');
    await countTranslations(page);
    expect(await readButton(page)).toBe('[Tell me: Red / 42]');
    await page.locator('.back-in-stock button').click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
);

test('the name of a sold-out swatch stays translated', async ({ page, shop }) => {
  await openPage(page, shop, LUMA.path);
  await LUMA.whenDrawn(page);
  const name = 'Blue, sold out, notify me';
  const swatch = page.getByRole('option', { name, exact: true });
  await expect(swatch).toBeVisible();
  await translatePage(page);
  await countTranslations(page);
  await expect(page.getByRole('option', { name: `[${name}]`, exact: true })).toBeVisible();
});

const HOW: readonly Translating[] = ['replace', 'rewrite', 'accompany'];

const TEXTS = {
  headline: 'Headline of {variant}',
  body: 'Body of {variant}',
  footer: 'Footer of {variant}, [terms of {variant}](/terms), and more',
  consent: 'I agree to [the policy](/privacy) for {variant}.',
  emailLabel: 'Address for {variant}',
  variantLabel: 'Choice of {variant}',
  close: 'Leave {variant}',
};

for (const how of HOW) {
  test(
    `texts that translators ${how} in the form: what is new is what is shown`,
    atLengthUnless(how === 'rewrite'),
    async ({ page, shop, widget, complaints }) => {
      await openPage(page, shop, '/shop/trail-runner', {
        csp: 'strict',
        options: { texts: TEXTS, retries: 0 },
      });
      /** Each text of the form, and whose it is. */
      const readTexts = () =>
        widget.dialog.locator('h2, p, b, small, button, label > span').allTextContents();
      const filled = (variant: string) =>
        [
          `Headline of ${variant}`,
          `Body of ${variant}`,
          `Footer of ${variant}, terms of ${variant}, and more`,
          `I agree to the policy for ${variant}.`,
          `Address for ${variant}`,
          `Choice of ${variant}`,
        ].sort();
      const readFilled = async () =>
        (await readTexts()).filter((text) => / (of|for) /.test(text)).sort();

      await page.locator('.back-in-stock button').click();
      await expect(widget.dialog).toBeVisible();
      const choice = widget.dialog.locator('select');
      const email = widget.dialog.locator('input[type=email]');
      const consent = widget.dialog.locator('input[type=checkbox]');
      expect(await readFilled()).toEqual(filled('Trail Runner 2'));
      await translateForm(page, how);
      expect(await readFilled()).not.toEqual(filled('Trail Runner 2'));

      // A choice changes most texts, and takes all of the translation of the old ones with it.
      await choice.selectOption('2003');
      expect(await readFilled()).toEqual(filled('Red / 42'));
      await translateForm(page, how);

      // Mistakes come, and go.
      await widget.submit.click();
      await expect(widget.dialog.locator('#email-mistake')).toHaveText(DEFAULT_TEXTS.emailMissing);
      await expect(widget.dialog.locator('#consent-mistake')).toHaveText(
        DEFAULT_TEXTS.consentMissing,
      );
      await translateForm(page, how);
      await email.fill('refused@');
      await expect(widget.dialog.locator('#email-mistake')).toHaveText('');
      await expect(widget.dialog.locator('#email-mistake')).toBeHidden();
      await widget.submit.click();
      await expect(widget.dialog.locator('#email-mistake')).toHaveText(
        DEFAULT_TEXTS.emailMalformed,
      );
      await translateForm(page, how);

      // Each answer, and the button with it.
      shop.sandbox.setMode('500', 1);
      await email.fill('refused@example.com');
      await consent.check();
      await expect(widget.dialog.locator('#consent-mistake')).toHaveText('');
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
      await takeLogged(complaints, ['500']);
      await translateForm(page, how);
      await page.keyboard.press('Escape');
      await expect(widget.dialog).toHaveCount(0);

      // Opened again, nothing of it is left.
      await page.locator('.back-in-stock button').click();
      expect(await readFilled()).toEqual(filled('Red / 42'));
      await expect(widget.status).toHaveText('');
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.submit);
      await translateForm(page, how);
      await consent.check();
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.refused);
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
      await takeLogged(complaints, ['Klaviyo refused a subscription.']);
      await translateForm(page, how);
      await email.fill('sam@example.com');
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
      await expect(widget.chosen).toHaveText(['Red', '42']);
      expect(shop.sandbox.events).toEqual([
        { email: 'sam@example.com', variant: '2003', store: '1' },
      ]);
    },
  );
}

test(
  'a translated name of the cross is left alone, and a new one of ours is written',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await openPage(page, shop, '/shop/trail-runner', { options: { texts: TEXTS } });
    await widget.button.click();
    const close = widget.dialog.locator('.close');
    await close.evaluate((button) => button.setAttribute('aria-label', 'Fermer'));
    await widget.dialog.locator('input[type=email]').fill('sam');
    await expect(close).toHaveAccessibleName('Fermer');
    await widget.variant.selectOption('2003');
    await expect(close).toHaveAccessibleName('Leave Red / 42');
  },
);

test(
  'a form that is translated all along: mistakes, sending, sending again, a stop, a refusal, success, and the bytes sent',
  AT_LENGTH,
  async ({ page, shop, widget, complaints }) => {
    await openPage(page, shop, '/shop/trail-runner', { csp: 'strict', options: { retries: 1 } });
    await widget.button.click();
    await keepTranslating(page);
    const { dialog, status, submit } = widget;
    const email = dialog.locator('input[type=email]');
    await expect(dialog).toHaveAccessibleName('[Trail Runner 2]');
    await submit.click();
    await expect(email).toHaveAccessibleDescription(`[${DEFAULT_TEXTS.emailMissing}]`);
    await expect(dialog.locator('select')).toBeFocused();

    await dialog.locator('select').selectOption({ label: '[Red / 42]' });
    await email.fill('sam@example.com');
    await shortenPauses(page, 0);
    shop.sandbox.setMode('503');
    await submit.click();
    await expect(status).toHaveText(`[${DEFAULT_TEXTS.retrying}]`);
    await expect(submit).toHaveText(`[${DEFAULT_TEXTS.sending}]`);
    await dialog.getByRole('button', { name: `[${DEFAULT_TEXTS.stop}]`, exact: true }).click();
    await expect(submit).toHaveText(`[${DEFAULT_TEXTS.retry}]`);
    await expect(submit).toBeFocused();
    await expect(status).toHaveText('');
    await takeLogged(complaints, ['503']);

    shop.sandbox.setMode('missing', 1);
    await submit.click();
    await expect(status).toHaveText(/^\[Something is missing or wrong: store/);
    await takeLogged(complaints, ['400']);
    const sent = shop.sandbox.requests.length;
    await submit.click();
    await expect(status).toHaveText(`[${DEFAULT_TEXTS.success}]`);
    await expect(submit).toHaveText(`[${DEFAULT_TEXTS.done}]`);
    expect(shop.sandbox.requests.slice(sent).map(({ body }) => body)).toEqual([
      'a=DEMO01&email=sam%40example.com&variant=2003&platform=magento_two&store=1',
    ]);
    await submit.click();
    await expect(dialog).toHaveCount(0);
  },
);
