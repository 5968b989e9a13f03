import type { ViewportSize } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { answerForm, holdForm, saveData, triggerOf } from './form-file.ts';
import type { ShopWindow } from './shop-window.ts';
import { HYVA, HYVA_CSP, LUMA } from './swatch-themes.ts';

// As long as the shopper may still want what can be bought, the page shows a quiet line instead of the button.

const { trigger: BUTTON, sending: SENDING, notLoaded: NOT_LOADED } = DEFAULT_TEXTS;
const BOTH_OPEN = 'Colour / Size sold out? Get notified';
const SIZE_OPEN = 'Size sold out? Get notified';
const CLASSES = 'action primary btn btn-primary';

/** Red in size 42, which is sold out. */
const RED_42 = '2003';

const THEMES = [LUMA, HYVA, HYVA_CSP];
const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

/** Selects a variant by the merchant's own code: Hyvä lets no shopper choose a sold-out one. */
const select = (page: Page, variantId?: string) =>
  page.evaluate((id) => {
    const { BackInStock } = window as unknown as ShopWindow;
    BackInStock.init().select(id);
  }, variantId);

/** How an element looks, and how a link looks that stands beside it. */
const readLooks = (page: Page) =>
  triggerOf(page).evaluate((button) => {
    const link = document.createElement('a');
    link.href = '#';
    button.after(link);
    const { color } = getComputedStyle(link);
    link.remove();
    const own = getComputedStyle(button);
    const around = getComputedStyle(button.parentElement as Element);
    return {
      isLinkColour: own.color === color,
      isTextFont: own.font === around.font,
      background: own.backgroundColor,
      border: own.borderTopWidth,
      line: own.textDecorationLine,
    };
  });

/** How the trigger stands to Add to Cart: below it, and as wide as the column that both stand in. */
const readSides = (page: Page) =>
  page.evaluate(() => {
    const wrapper = document.querySelector('.back-in-stock') as HTMLElement;
    const cart = document.querySelector('#product-addtocart-button') as HTMLElement;
    const column = wrapper.closest('.product-info, .product-info-main') as HTMLElement;
    const line = wrapper.getBoundingClientRect();
    const { left, width } = column.getBoundingClientRect();
    return {
      isBelow: line.top >= cart.getBoundingClientRect().bottom,
      isAlone: line.left === left && line.width === width,
    };
  });

for (const theme of THEMES) {
  for (const size of SIZES) {
    test(
      `${theme.name}, ${size.width} pixels: a line like the theme's links below Add to Cart, until the choice is complete`,
      atLengthUnless(theme !== HYVA_CSP && size.width === 390),
      async ({ page, openPage, widget }) => {
        await page.setViewportSize(size);
        await openPage(theme.path);
        await theme.whenDrawn(page);
        const trigger = triggerOf(page);
        await expect(page.getByRole('button', { name: BOTH_OPEN, exact: true })).toBeVisible();
        expect(await readLooks(page)).toEqual({
          isLinkColour: true,
          isTextFont: true,
          background: 'rgba(0, 0, 0, 0)',
          border: '0px',
          line: 'underline',
        });
        const line = await trigger.boundingBox();
        const cart = await page.locator('#product-addtocart-button').boundingBox();
        if (!line || !cart) throw new Error('Both are drawn.');
        expect(line.height).toBeGreaterThanOrEqual(24);
        expect(line.y).toBeGreaterThanOrEqual(cart.y + cart.height);
        expect(line.x + line.width).toBeLessThanOrEqual(size.width);

        await theme.choose(page, 'Red');
        await expect(trigger).toHaveText(SIZE_OPEN);
        await select(page, RED_42);
        await expect(trigger).toHaveText(BUTTON);
        await expect(trigger).toHaveClass(CLASSES);
        expect((await readLooks(page)).line).toBe('none');
        await expect(trigger).toHaveCount(1);
        await select(page);
        await expect(trigger).toHaveText(SIZE_OPEN);
        expect((await readLooks(page)).background).toBe('rgba(0, 0, 0, 0)');
        await trigger.click();
        await expect(widget.chosen).toHaveText(['Red', '42']);
      },
    );
  }

  test(
    `${theme.name}: hint and button have a line of their own below Add to Cart, also after a phone is turned`,
    atLengthUnless(theme === HYVA),
    async ({ page, openPage }) => {
      const [desktop, phone] = SIZES as [ViewportSize, ViewportSize];
      await page.setViewportSize(phone);
      await openPage(theme.path);
      await theme.whenDrawn(page);
      const trigger = triggerOf(page);
      await expect(trigger).toHaveText(BOTH_OPEN);
      const sides = await readSides(page);
      expect(sides).toEqual({ isBelow: true, isAlone: true });
      await page.setViewportSize(desktop);
      expect(await readSides(page)).toEqual(sides);
      await select(page, RED_42);
      await expect(trigger).toHaveText(BUTTON);
      expect(await readSides(page)).toEqual(sides);
      await page.setViewportSize(phone);
      expect(await readSides(page)).toEqual(sides);
    },
  );

  test(
    `${theme.name}: the focus stays when the hint becomes the button, and back`,
    atLengthUnless(theme === HYVA),
    async ({ page, openPage, widget }) => {
      await openPage(theme.path);
      await theme.whenDrawn(page);
      const trigger = triggerOf(page);
      await trigger.focus();
      await select(page, RED_42);
      await expect(trigger).toHaveText(BUTTON);
      await expect(trigger).toBeFocused();
      await select(page);
      await expect(trigger).toHaveText(BOTH_OPEN);
      await expect(trigger).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(widget.dialog).toBeVisible();
      await select(page, RED_42);
      await page.keyboard.press('Escape');
      await expect(trigger).toHaveText(BUTTON);
      await expect(trigger).toBeFocused();
    },
  );

  test(
    `${theme.name}: what the hint says of loading goes on at the button`,
    AT_LENGTH,
    async ({ page, openPage, widget, complaints }) => {
      await saveData(page);
      const recover = await answerForm(page, (route) => route.abort());
      await openPage(theme.path);
      await theme.whenDrawn(page);
      const trigger = triggerOf(page);
      await trigger.click();
      await expect(trigger).toHaveText(SENDING);
      await select(page, RED_42);
      await expect(trigger).toHaveClass(CLASSES);
      await expect(trigger).toHaveText(SENDING);
      await expect(trigger).toBeFocused();
      await expect(trigger).toHaveText(NOT_LOADED, { timeout: 20_000 });
      await expect(trigger).toBeFocused();
      await expect(page.locator('.back-in-stock')).toHaveAttribute('aria-live', 'polite');
      await select(page);
      await expect(trigger).not.toHaveClass(CLASSES);
      await expect(trigger).toHaveText(NOT_LOADED);
      complaints.splice(0);

      await recover();
      const release = await holdForm(page);
      await trigger.click();
      await expect(trigger).toHaveText(SENDING);
      release();
      await expect(widget.dialog).toBeVisible();
      await expect(trigger).toHaveText(BOTH_OPEN);
    },
  );
}

test('a choice that is sold out whatever comes next has the button', async ({
  page,
  openProduct,
}) => {
  await openProduct('trail-runner');
  await LUMA.whenDrawn(page);
  await expect(triggerOf(page)).toHaveText(BOTH_OPEN);
  await LUMA.choose(page, 'Red');
  await LUMA.choose(page, '42');
  await expect(triggerOf(page)).toHaveText(BUTTON);
  await expect(page.locator('.box-tocart + .back-in-stock > button')).toHaveClass(CLASSES);
  await LUMA.choose(page, '41');
  await expect(triggerOf(page)).toHaveCount(0);
});

for (const { name, trigger, classes } of [
  { name: 'a button', trigger: { hint: 'button' }, classes: CLASSES },
  {
    name: 'classes of the merchant',
    trigger: { hintClasses: 'action more' },
    classes: 'action more',
  },
]) {
  test(`the hint as ${name}`, AT_LENGTH, async ({ page, openProduct }) => {
    await openProduct('trail-runner', { options: JSON.stringify({ trigger }) });
    await expect(triggerOf(page)).toHaveText(BOTH_OPEN);
    await expect(triggerOf(page)).toHaveClass(classes);
    expect((await readLooks(page)).line).toBe('none');
  });
}

test('no hint, where the merchant wants none: swatches and the handle open the form all the same', async ({
  page,
  openProduct,
  widget,
}) => {
  await openProduct('trail-runner', { options: JSON.stringify({ trigger: { hint: 'none' } }) });
  await LUMA.whenDrawn(page);
  await page.getByRole('option', { name: 'Blue, sold out, notify me' }).click();
  expect(await widget.offers()).toEqual(['Blue / 40', 'Blue / 41', 'Blue / 42', 'Blue / 43']);
  await widget.close.click();
  await expect(triggerOf(page)).toHaveCount(0);
  await select(page, RED_42);
  await expect(triggerOf(page)).toHaveText(BUTTON);
});
