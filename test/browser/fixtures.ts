import { test as base, expect, type Page } from '@playwright/test';
import { startShop } from '../../demo/server.ts';

type Shop = Awaited<ReturnType<typeof startShop>>;

interface Fixtures {
  /** Opens a product page of the shop, with Magento's widgets starting soon instead of after seconds. */
  readonly openProduct: (name: string, parameters?: Record<string, string>) => Promise<void>;
  /** Everything that the page wrote to the console as a warning or an error, and everything it threw. */
  readonly complaints: string[];
}

/** The tests' shop: each worker has its own, so that they do not see each other's requests. */
export const test = base.extend<Fixtures, { shop: Shop }>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of this pattern.
    async ({}, use) => {
      const shop = await startShop({});
      await use(shop);
      await shop.close();
    },
    { scope: 'worker' },
  ],
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
    });
    await use(complaints);
  },
  openProduct: async ({ page, shop }, use) => {
    shop.sandbox.reset();
    await use(async (name, parameters = {}) => {
      const query = new URLSearchParams({ delay: '50', ...parameters });
      await page.goto(`${shop.origin}/shop/${name}?${query}`);
    });
  },
});

export { expect, type Page };
