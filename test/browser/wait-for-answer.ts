import type { Page, Request } from '@playwright/test';

/**
 * Waits until the next request to an address that ends like this has got its whole answer, or none. Chromium often
 * calls a request "failed" although the page has read its answer, in parts, to the end.
 */
export async function waitForAnswer(page: Page, end: string): Promise<void> {
  const isMeant = (request: Request) => request.url().endsWith(end);
  await Promise.race([
    page.waitForEvent('requestfinished', isMeant),
    page.waitForEvent('requestfailed', isMeant),
  ]);
}
