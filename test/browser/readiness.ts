import { expect, type Frame, type Page } from '@playwright/test';
import type { Handle } from '../../src/back-in-stock.ts';

/** Waits until Magento's widget has drawn the options, on a page that has any. */
export async function waitForOptions(page: Page | Frame): Promise<void> {
  const places = page.locator('[data-role=swatch-options], select.super-attribute-select');
  if ((await places.count()) === 0) return;
  const drawn = page.locator(
    '[data-role=swatch-options][data-rendered=true], select.super-attribute-select option:nth-child(2)',
  );
  await expect(drawn.first()).toBeAttached();
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
  await expect(page.getByText('Notify me when available')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
