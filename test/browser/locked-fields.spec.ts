import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { holdAnswers } from './route-klaviyo.ts';

// While a request is under way, nothing in the form can be changed, and it looks so.

const OPTIONS = JSON.stringify({ newsletterList: 'LIST01', texts: { consent: 'I agree.' } });

/** What of a field's look shows that it cannot be used. */
const look = (field: Locator) =>
  field.evaluate((element) => {
    const { opacity, backgroundColor, borderTopColor } = getComputedStyle(element);
    return { opacity, backgroundColor, borderTopColor };
  });

const place = async (field: Locator) => JSON.stringify(await field.boundingBox());

for (const colorScheme of ['light', 'dark'] as const) {
  test(
    `${colorScheme}: the fields look disabled until the answer, and nothing of them moves or is lost`,
    atLengthUnless(colorScheme === 'light'),
    async ({ page, openProduct, widget, shop }) => {
      await page.emulateMedia({ colorScheme });
      const modal = colorScheme === 'dark' ? { background: '#141414' } : {};
      const options = JSON.stringify({ ...JSON.parse(OPTIONS), modal });
      const release = await holdAnswers(page, shop.endpoint);
      await openProduct('trail-runner', { options });
      await widget.button.click();
      await widget.variant.selectOption('Red / 42');
      await widget.dialog.getByRole('checkbox').last().check();
      await widget.email.fill('sam@example.com');
      const boxes = await widget.dialog.getByRole('checkbox').all();
      const fields = [widget.variant, widget.email, ...boxes];
      const before = await Promise.all(fields.map(look));
      const places = await Promise.all(fields.map(place));
      await widget.email.press('Enter');
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.sending);
      for (const [index, field] of fields.entries()) {
        await expect(field).toHaveAttribute('aria-disabled', 'true');
        expect(await look(field)).not.toEqual(before[index]);
        expect(await place(field)).toBe(places[index]);
      }
      await expect(widget.email).toBeFocused();
      await page.keyboard.type('x');
      await expect(widget.email).toHaveValue('sam@example.com');
      // Of what is disabled axe measures no contrast.
      const inks = await widget.email.evaluate((element) => {
        const { color, opacity } = getComputedStyle(element);
        return { color, opacity };
      });
      expect(inks).toEqual({
        color: await widget.dialog.evaluate((element) => getComputedStyle(element).color),
        opacity: '1',
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations).toEqual([]);
      release();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    },
  );
}

test(
  'forced colours: a field that is locked has the colour of what is disabled',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const release = await holdAnswers(page, shop.endpoint);
    await openProduct('camp-lantern');
    await widget.button.click();
    await widget.email.fill('sam@example.com');
    const before = await look(widget.email);
    await widget.email.press('Enter');
    await expect(widget.email).toHaveAttribute('aria-disabled', 'true');
    expect((await look(widget.email)).borderTopColor).not.toBe(before.borderTopColor);
    release();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  },
);

test(
  'after a failure the fields look as before, and the shopper goes on',
  AT_LENGTH,
  async ({ openProduct, widget, shop, complaints }) => {
    await openProduct('camp-lantern', { options: '{"outbox": false}' });
    shop.sandbox.setMode('empty');
    await widget.button.click();
    await widget.email.fill('sam@example.com');
    const before = await look(widget.email);
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.emptyAnswer);
    await expect(widget.email).toHaveAttribute('aria-disabled', 'false');
    expect(await look(widget.email)).toEqual(before);
    await widget.email.fill('alex@example.com');
    await takeComplaints(complaints, ['emptyAnswer']);
  },
);
