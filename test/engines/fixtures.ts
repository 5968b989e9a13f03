import { test as base, chromium, expect, firefox, webkit } from '@playwright/test';
import type { RunningShop } from '../../demo/server.ts';
import { findBrowser } from '../browser/find-browser.ts';
import type { RunningBrowser } from './drivers/browser-tab.ts';
import { startFirefox } from './drivers/firefox-driver.ts';
import { startByPlaywright } from './drivers/playwright-driver.ts';
import { startWebKit } from './drivers/webkit-driver.ts';
import { type EngineName, findEngine, findReasonWithoutEngine } from './engine-tools.mjs';
import { startRecordedShop } from './recorded-shop.ts';
import { createShopper, type Shopper } from './shopper.ts';

interface Fixtures {
  /** Skips the row where its engine is not installed. */
  readonly isThere: undefined;
  readonly shopper: Shopper;
}

interface WorkerFixtures {
  readonly shop: RunningShop;
  readonly browserOfEngine: RunningBrowser;
}

/** Chromium is there to compare with: `npm run test:engines -- --project=chromium`. */
async function start(name: EngineName | 'chromium'): Promise<RunningBrowser> {
  if (name === 'chromium') return startByPlaywright(chromium, await findBrowser());
  const found = findEngine(name);
  if (!found) throw new Error(`There is no ${name}.`);
  const { driver, path } = found;
  if (driver === 'playwright') return startByPlaywright({ firefox, webkit }[name], path);
  return driver === 'firefox' ? startFirefox(path) : startWebKit(path);
}

/** Each worker has its own shop and its own browser, each row a tab without anything of earlier rows. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of this pattern.
    async ({}, use) => {
      const shop = await startRecordedShop();
      await use(shop);
      await shop.close();
    },
    { scope: 'worker' },
  ],
  browserOfEngine: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of this pattern.
    async ({}, use, { project }) => {
      const browser = await start(project.name as EngineName);
      console.log(`${project.name}: ${browser.name}`);
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  isThere: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of this pattern.
    async ({}, use, { project }) => {
      const reason = findReasonWithoutEngine(project.name);
      base.skip(reason !== undefined, reason);
      await use(undefined);
    },
    { auto: true },
  ],
  shopper: async ({ browserOfEngine, shop }, use) => {
    const tab = await browserOfEngine.openTab();
    try {
      const shopper = createShopper(tab, shop);
      await use(shopper);
      await shopper.takeComplaints([]);
    } finally {
      await tab.close();
    }
  },
});

export { expect };
