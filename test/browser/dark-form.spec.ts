import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openPage } from './open-page.ts';
import { readViolations, recordViolations } from './violations.ts';

// The modal's own colours can be read on whatever background the merchant gives it.

const style = (element: Locator, property: string) =>
  element.evaluate((found, name) => getComputedStyle(found).getPropertyValue(name), property);

/** The contrast of two colours as the browser paints them, by WCAG 2.2. */
const contrast = (page: Page, one: string, other: string): Promise<number> =>
  page.evaluate(
    (colours) => {
      const context = document.createElement('canvas').getContext('2d', {
        willReadFrequently: true,
      });
      if (!context) throw new Error('There is nothing to paint on.');
      const [darker = 0, lighter = 0] = colours
        .map((colour) => {
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
          const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map(
            (channel) => {
              const share = channel / 255;
              return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
            },
          );
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        })
        .sort((a, b) => a - b);
      return (lighter + 0.05) / (darker + 0.05);
    },
    [one, other],
  );

const BACKGROUNDS = [
  '',
  '#fff',
  'beige',
  '#888',
  '#555',
  '#333',
  '#141414',
  'black',
  'navy',
  'darkred',
  'darkgreen',
  'hsl(260 60% 20%)',
  'oklch(0.25 0.05 250)',
  'color(display-p3 0.1 0.1 0.15)',
  'rgb(0 0 0 / 92%)',
];

for (const background of BACKGROUNDS) {
  test(
    `on ${background || 'the default'}: text, errors and success can be read, borders and the focus can be seen`,
    atLengthUnless(background === 'black'),
    async ({ page, shop, widget }) => {
      await recordViolations(page);
      const options = { modal: { background } };
      await openPage(page, shop, '/shop/camp-lantern', { csp: 'strict', options });
      await widget.button.press('Enter');
      const actual = await style(widget.dialog, 'background-color');
      // What is no text, by success criterion 1.4.11: the border of a field at rest, and the ring around what has the focus.
      const border = await style(widget.email, 'border-top-color');
      expect(await contrast(page, border, actual)).toBeGreaterThanOrEqual(3);
      for (const control of [widget.email, widget.submit]) {
        await expect(control).toBeFocused();
        expect(await style(control, 'outline-style')).toBe('solid');
        expect(await style(control, 'outline-width')).toBe('2px');
        const ring = await style(control, 'outline-color');
        expect(await contrast(page, ring, actual)).toBeGreaterThanOrEqual(3);
        await page.keyboard.press('Tab');
      }
      await widget.submit.click();
      const mistake = widget.dialog.getByText(DEFAULT_TEXTS.emailMissing);
      await expect(mistake).toBeVisible();
      for (const [element, property] of [
        [widget.dialog.getByRole('heading'), 'color'],
        [widget.close, 'color'],
        [widget.email, 'color'],
        [mistake, 'color'],
        [widget.email, 'border-top-color'],
      ] as const) {
        const colour = await style(element, property);
        expect(await contrast(page, colour, actual), property).toBeGreaterThanOrEqual(4.5);
      }
      await widget.email.fill('sam@example.com');
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      const success = await style(widget.status, 'color');
      expect(await contrast(page, success, actual)).toBeGreaterThanOrEqual(4.5);
      expect(success).not.toBe(await style(widget.dialog, 'color'));
      expect(await readViolations(page)).toEqual([]);
    },
  );
}

test(
  'a theme may change its background, and the next opening follows',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('camp-lantern');
    const setTheme = (value: string) =>
      page.evaluate((background) => {
        document.documentElement.style.setProperty('--back-in-stock-background', background);
      }, value);
    const readError = async () => {
      await widget.button.click();
      await widget.submit.click();
      const colour = await style(widget.dialog.getByText(DEFAULT_TEXTS.emailMissing), 'color');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations).toEqual([]);
      await page.keyboard.press('Escape');
      return colour;
    };
    expect(await readError()).toBe('rgb(179, 38, 30)');
    await setTheme('#1b1b1b');
    expect(await readError()).toBe('rgb(255, 138, 128)');
    await setTheme('#fafafa');
    expect(await readError()).toBe('rgb(179, 38, 30)');
  },
);

test(
  'a background that is a gradient: the text shows how light it is',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('camp-lantern');
    await page.evaluate(() => {
      const { style: theme } = document.documentElement;
      theme.setProperty('--back-in-stock-background', 'linear-gradient(#111, #333)');
      theme.setProperty('--back-in-stock-text', '#fafafa');
    });
    await widget.button.click();
    await widget.submit.click();
    const mistake = widget.dialog.getByText(DEFAULT_TEXTS.emailMissing);
    expect(await contrast(page, await style(mistake, 'color'), '#333')).toBeGreaterThanOrEqual(4.5);
  },
);

test(
  "the merchant's own colours win, on light and on dark",
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    for (const background of ['#fff', '#111']) {
      const modal = { background, text: 'rgb(1, 2, 3)' };
      // The second form must be empty, too.
      const options = JSON.stringify({ modal, rememberEmail: 'off' });
      await openProduct('camp-lantern', { options });
      await page.evaluate(() => {
        document.documentElement.style.setProperty('--back-in-stock-error', 'rgb(4, 5, 6)');
        document.documentElement.style.setProperty('--back-in-stock-success', 'rgb(7, 8, 9)');
      });
      await widget.button.click();
      await widget.submit.click();
      const mistake = widget.dialog.getByText(DEFAULT_TEXTS.emailMissing);
      expect(await style(mistake, 'color')).toBe('rgb(4, 5, 6)');
      expect(await style(widget.email, 'border-top-color')).toBe('rgb(4, 5, 6)');
      expect(await style(widget.dialog, 'color')).toBe('rgb(1, 2, 3)');
      await widget.email.fill('sam@example.com');
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(await style(widget.status, 'color')).toBe('rgb(7, 8, 9)');
    }
  },
);
