import { expect, type Page } from '@playwright/test';
import type { RunningShop } from '../../demo/server.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { readKept } from './kept-entries.ts';
import { openPage } from './open-page.ts';
import { waitForForm } from './readiness.ts';
import { listPosts } from './transports.ts';
import { createWidget } from './widget.ts';

/**
 * A shopper subscribes while the device is offline, and leaves the shop; then the device is online again. The console's
 * line about the broken connection is left to the test.
 */
export async function leaveKept(
  page: Page,
  shop: RunningShop,
  email: string,
  options: object = {},
): Promise<void> {
  const widget = createWidget(page);
  await openPage(page, shop, '/shop/camp-lantern', { csp: 'strict', options });
  await waitForForm(page);
  await page.context().setOffline(true);
  await widget.subscribe(email);
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.keptOffline);
  expect(await readKept(page)).toHaveLength(1);
  await page.goto('about:blank');
  await page.context().setOffline(false);
  expect(listPosts(shop.sandbox)).toHaveLength(0);
}
