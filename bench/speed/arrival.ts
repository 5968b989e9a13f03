import type { Page } from '@playwright/test';

/** Notes when an element of the next page stands there, by its selector. */
export async function noteArrival(page: Page, selector: string): Promise<void> {
  await page.addInitScript((wanted) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(wanted)) return;
      Object.assign(window, { arrivedAt: performance.now() });
      observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true });
  }, selector);
}

/** When it stood there, in milliseconds from the beginning of the navigation. */
export function readArrival(page: Page): Promise<number> {
  return page.evaluate(() => Reflect.get(window, 'arrivedAt') as number);
}
