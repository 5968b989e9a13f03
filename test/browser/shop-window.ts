import type { Page } from '@playwright/test';
import type { Handle } from '../../src/back-in-stock.ts';
import type { EventDetail, EventName, Options } from '../../src/configuration/options.ts';

/** What the pages of the shop, the widget and the tests keep on `window`. */
export interface ShopWindow {
  readonly BackInStock: { init(options?: Options, element?: Element): Handle };
  /** Every key that the handlers of the hostile page heard of. */
  readonly leakedKeys: string[];
  /** Puts the product area anew into the page, as themes do that load a variant's page. */
  replaceProductArea(): Element;
  readonly announced: { name: EventName; detail: EventDetail }[];
}

/** Keeps what the widget announces on the document, from the start of the next page on. */
export async function recordEvents(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const announced: unknown[] = [];
    Object.assign(window, { announced });
    for (const name of ['shown', 'opened', 'closed', 'subscribed', 'failed']) {
      document.addEventListener(`back-in-stock:${name}`, (event) => {
        announced.push({ name, detail: (event as CustomEvent).detail });
      });
    }
  });
}

/** What was announced until now. */
export function readEvents(page: Page): Promise<ShopWindow['announced']> {
  return page.evaluate(() => (window as unknown as ShopWindow).announced);
}

/** The names of what was announced until now. */
export async function readEventNames(page: Page): Promise<EventName[]> {
  return (await readEvents(page)).map(({ name }) => name);
}
