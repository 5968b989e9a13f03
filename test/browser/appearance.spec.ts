import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { expect, test } from './fixtures.ts';

const style = (element: Locator, property: string) =>
  element.evaluate((found, name) => getComputedStyle(found).getPropertyValue(name), property);

test.describe('without a headline', () => {
  for (const body of ['', DEFAULT_TEXTS.body]) {
    test(
      `nothing lies below the cross, ${body ? 'with' : 'and without'} a sentence`,
      AT_LENGTH,
      async ({ page, openProduct, widget }) => {
        await page.setViewportSize({ width: 320, height: 640 });
        const options = JSON.stringify({ texts: { headline: '', body } });
        await openProduct('trail-runner', { options });
        await widget.button.click();
        await expect(widget.dialog).toHaveAccessibleName('Trail Runner 2');
        const covered = await widget.close.evaluate((cross) => {
          const own = cross.getBoundingClientRect();
          const others =
            cross.parentElement?.querySelectorAll('p:not(:empty), input, select') ?? [];
          return [...others].filter((other) => {
            const range = document.createRange();
            range.selectNodeContents(other);
            const { right, top } = other.matches('p')
              ? range.getBoundingClientRect()
              : other.getBoundingClientRect();
            return right > own.left && top < own.bottom;
          }).length;
        });
        expect(covered).toBe(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations).toEqual([]);
      },
    );
  }
});

test(
  'a screen that is low too: the modal scrolls to its last line',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await openProduct('trail-runner', { options: '{"texts": {"footer": "Small print"}}' });
    await widget.button.click();
    const box = await widget.dialog.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(256);
    const footer = widget.dialog.getByText('Small print');
    await expect(footer).not.toBeInViewport();
    await page.mouse.move(160, 128);
    await page.mouse.wheel(0, 2000);
    await expect(footer).toBeInViewport();
  },
);

test(
  'right-to-left: the cross is on the left, and the address is written as addresses are',
  AT_LENGTH,
  async ({ openProduct, widget }) => {
    await openProduct('camp-lantern', { dir: 'rtl' });
    await widget.button.click();
    const dialog = await widget.dialog.boundingBox();
    const close = await widget.close.boundingBox();
    expect((close?.x ?? 999) - (dialog?.x ?? 0)).toBeLessThan(20);
    expect(await style(widget.dialog, 'direction')).toBe('rtl');
    expect(await style(widget.email, 'direction')).toBe('ltr');
  },
);

test(
  'forced colours: modal, fields and buttons have borders that can be seen',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await openProduct('trail-runner');
    await widget.button.click();
    const canvas = await style(widget.dialog, 'background-color');
    for (const part of [widget.dialog, widget.variant, widget.email, widget.submit]) {
      expect(await style(part, 'border-top-style'), String(part)).toBe('solid');
      expect(await style(part, 'border-top-width'), String(part)).not.toBe('0px');
      expect(await style(part, 'border-top-color'), String(part)).not.toBe(canvas);
    }
    await widget.submit.click();
    await expect(widget.email).toHaveAttribute('aria-invalid', 'true');
    // Where all borders have one colour, only the width shows the difference.
    expect(await style(widget.email, 'border-top-width')).toBe('2px');
  },
);

test(
  'dark colour scheme: text and fields can be read',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await openProduct('trail-runner');
    await widget.button.click();
    for (const field of [widget.variant, widget.email]) {
      expect(await style(field, 'border-top-style')).toBe('solid');
      expect(await style(field, 'color')).not.toBe(await style(widget.dialog, 'background-color'));
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  },
);

test('the modal fades in, unless the shopper wants no motion', async ({
  page,
  openProduct,
  widget,
}) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  expect(await style(widget.dialog, 'animation-name')).toBe('none');
  const motions = await widget.dialog.locator('*').evaluateAll((parts) =>
    parts.map((part) => {
      const { animationName, transitionDuration } = getComputedStyle(part);
      return `${animationName} ${transitionDuration}`;
    }),
  );
  expect(new Set(motions)).toEqual(new Set(['none 0s']));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await style(widget.dialog, 'animation-name')).not.toBe('none');
  await expect.poll(() => style(widget.dialog, 'opacity')).toBe('1');
});

test('the modal matches the shop: its font and the colours of its button', async ({
  openProduct,
  widget,
}) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  // Luma's own button is darker as long as the pointer or the focus is on it.
  expect(await style(widget.submit, 'background-color')).toBe('rgb(25, 121, 195)');
  expect(await style(widget.submit, 'color')).toBe('rgb(255, 255, 255)');
  expect(await style(widget.email, 'font-family')).toContain('Open Sans');
  await expect(widget.submit).toHaveText(DEFAULT_TEXTS.submit);
});

test('the merchant sets colours, roundness and width', async ({ openProduct, widget }) => {
  const modal = {
    accent: 'rgb(0, 80, 0)',
    contrast: 'rgb(255, 255, 0)',
    background: 'rgb(20, 20, 20)',
    text: 'rgb(250, 250, 250)',
    radius: '3px',
    width: '350px',
  };
  await openProduct('camp-lantern', { options: JSON.stringify({ modal }) });
  await widget.button.click();
  expect(await style(widget.submit, 'background-color')).toBe(modal.accent);
  expect(await style(widget.submit, 'color')).toBe(modal.contrast);
  expect(await style(widget.dialog, 'background-color')).toBe(modal.background);
  expect(await style(widget.dialog, 'color')).toBe(modal.text);
  expect(await style(widget.dialog, 'border-radius')).toBe(modal.radius);
  expect((await widget.dialog.boundingBox())?.width).toBe(350);
});
