import { expect, type Page } from '@playwright/test';
import type { Kept } from '../../src/subscribe/kept.ts';

/** What the widget keeps in the shopper's browser to send it: its keys and their texts. */
export function readStorage(page: Page): Promise<[key: string, text: string][]> {
  return page.evaluate(() =>
    Object.entries(localStorage).filter(([key]) => key.startsWith('back-in-stock:')),
  );
}

/** The subscriptions that are kept in the shopper's browser. */
export async function readKept(page: Page): Promise<Kept[]> {
  return (await readStorage(page)).map(([, text]) => JSON.parse(text));
}

/** Lets what is kept be older than it is. */
export async function makeOlder(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate((age) => {
    for (const [key, text] of Object.entries(localStorage)) {
      if (!key.startsWith('back-in-stock:')) continue;
      const { madeAt, notBefore, ...kept } = JSON.parse(text);
      const older = { ...kept, madeAt: madeAt - age, notBefore: notBefore - age };
      localStorage.setItem(key, JSON.stringify(older));
    }
  }, milliseconds);
}

/** Waits until no page of the shop is sending what is kept, and then lets the time pass that it would wait. */
export async function passWaits(page: Page): Promise<void> {
  const countLocks = () => page.evaluate(async () => (await navigator.locks.query()).held?.length);
  await expect.poll(countLocks).toBe(0);
  const times = (await readKept(page)).map(({ notBefore }) => notBefore);
  const now = await page.evaluate(() => Date.now());
  await makeOlder(page, Math.max(now, ...times) - now);
}
