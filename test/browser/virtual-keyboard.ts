import { expect, type Locator } from '@playwright/test';
import type { Page } from './fixtures.ts';

/** The part of the page that is visible, in CSS pixels. */
export interface VisiblePart {
  readonly height: number;
  /** How far the browser has moved it down on the page. Default: 0. */
  readonly offsetTop?: number;
  /** How much the shopper has magnified the page. Default: 1. */
  readonly scale?: number;
}

/**
 * Makes a part of the page visible, as a virtual keyboard or a shopper's fingers do. The page itself keeps its size. Chromium
 * on a desktop has no keyboard to show.
 */
export async function showPart(page: Page, part: VisiblePart): Promise<void> {
  await page.evaluate(
    (values) => {
      const viewport = window.visualViewport;
      if (!viewport) throw new Error('There is no visual viewport.');
      for (const [name, value] of Object.entries(values)) {
        Object.defineProperty(viewport, name, { value, configurable: true });
      }
      for (const name of ['resize', 'scroll']) viewport.dispatchEvent(new Event(name));
    },
    { offsetTop: 0, scale: 1, ...part },
  );
}

/** Waits until all of an element is between two heights of the page. */
export async function expectBetween(element: Locator, top: number, bottom: number): Promise<void> {
  await expect(async () => {
    const box = await element.boundingBox();
    if (!box) throw new Error('It is not drawn.');
    expect(box.y).toBeGreaterThanOrEqual(top);
    expect(box.y + box.height).toBeLessThanOrEqual(bottom + 0.5);
  }).toPass();
}
