import type { Page } from '@playwright/test';
import type { Kept } from '../../src/subscribe/kept.ts';

/** What the widget has in the shopper's browser: its keys and their texts. */
export function readStorage(page: Page): Promise<[key: string, text: string][]> {
  return page.evaluate(() =>
    Object.entries(localStorage).filter(([key]) => key.startsWith('back-in-stock')),
  );
}

/** The subscriptions that are kept in the shopper's browser. */
export async function readKept(page: Page): Promise<Kept[]> {
  return (await readStorage(page)).map(([, text]) => JSON.parse(text));
}
