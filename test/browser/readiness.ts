import { expect, type Frame, type Page } from '@playwright/test';
import type { Handle } from '../../src/back-in-stock.ts';
import { TRIGGER_NAME } from './widget.ts';

/** Where Luma and Hyvä draw options, and what is there once they have. */
export const OPTIONS = [
  ['[data-role=swatch-options]', '[data-role=swatch-options][data-rendered=true]'],
  // Alpine leaves its templates between the entries.
  ['select.super-attribute-select', 'select.super-attribute-select option ~ option'],
  ['[x-data] .swatch-attribute', '[x-data] .swatch-option'],
] as const;

/** Waits until the theme has drawn the options, on a page that has any. */
export async function waitForOptions(page: Page | Frame): Promise<void> {
  for (const [place, drawn] of OPTIONS) {
    if ((await page.locator(place).count()) === 0) continue;
    await expect(page.locator(drawn).first()).toBeAttached();
  }
}

/** Waits until the form's file has come, so that a press needs the network no more. */
export async function waitForForm(page: Page): Promise<void> {
  // Not by the page's own list of what it has loaded: that is empty where a test has set its clock.
  const isThere = async () => {
    const all = await page.requests();
    // Those of this page view: earlier ones have asked for the file as well.
    const opening = all.findLastIndex((request) => request.resourceType() === 'document');
    const requests = all.slice(Math.max(0, opening));
    const form = requests.find((request) => /\.form\.(min\.)?m?js(\?|$)/.test(request.url()));
    const response = await form?.response();
    return response?.ok() === true && (await response.finished()) === null;
  };
  await expect.poll(isThere).toBe(true);
}

/**
 * Asks the running widget to open its modal, once Magento's widgets and ours have started: only then
 * does it mean something that there is no button. Every copy of the script finds the running widget
 * by this symbol, so it serves all the ways of use alike.
 */
export async function openByHandle(page: Page | Frame, variantId?: string): Promise<boolean> {
  await waitForOptions(page);
  await expect
    .poll(() => page.evaluate(() => Symbol.for('magento-back-in-stock') in document))
    .toBe(true);
  return page.evaluate((id) => {
    const running = Reflect.get(document, Symbol.for('magento-back-in-stock'));
    return (running as { handle: Handle }).handle.open(id);
  }, variantId);
}

/** Asserts that the page offers nothing: neither a button nor a modal to whoever asks for it. */
export async function expectNothingOffered(page: Page | Frame): Promise<void> {
  expect(await openByHandle(page)).toBe(false);
  await expect(page.locator('.back-in-stock')).toHaveCount(0);
  await expect(page.getByText(TRIGGER_NAME)).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
