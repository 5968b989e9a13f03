import { test as base, expect, type Page } from '@playwright/test';
import { startShop } from '../../demo/server.ts';
import { goToPage } from './open-page.ts';
import { createWidget, type Widget } from './widget.ts';

type Shop = Awaited<ReturnType<typeof startShop>>;

interface Fixtures {
  /**
   * Opens a page of the shop by its path, with Magento's widgets starting soon instead of after seconds.
   * The parameters are those of `demo/page/page-request.ts`.
   */
  readonly openPage: (path: string, parameters?: Record<string, string>) => Promise<void>;
  /** Opens a product page in Luma, by its name. */
  readonly openProduct: (name: string, parameters?: Record<string, string>) => Promise<void>;
  /** The widget on the page, by the names under which a shopper finds its parts. */
  readonly widget: Widget;
  /**
   * Everything that the pages wrote to the console as a warning or an error, everything they threw, and
   * every request to another machine. A test that expects some takes them out with `takeComplaints`:
   * what is left at its end fails it.
   */
  readonly complaints: string[];
}

/** The tests' shop: each worker has its own, so that they do not see each other's requests. */
export const test = base.extend<Fixtures, { shop: Shop }>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of this pattern.
    async ({}, use) => {
      const shop = await startShop({
        sandboxOptions: { slowMilliseconds: 1500, retryAfterSeconds: 1 },
      });
      await use(shop);
      await shop.close();
    },
    { scope: 'worker' },
  ],
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      const failures = new Set<string>();
      context.on('weberror', (error) => complaints.push(String(error.error())));
      context.on('console', (message) => {
        if (!['warning', 'error'].includes(message.type())) return;
        const { url } = message.location();
        // The browser asks for the icon whenever it likes, and so also while it is offline.
        if (url.endsWith('/favicon.svg')) return;
        const complaint = `${message.text()} (${url})`;
        // The browser logs one failed request once or twice, by chance.
        if (complaint.startsWith('Failed to load') && failures.has(complaint)) return;
        failures.add(complaint);
        complaints.push(complaint);
      });
      context.on('request', (request) => {
        const { protocol, hostname, href } = new URL(request.url());
        const isNear = protocol === 'data:' || hostname === '127.0.0.1';
        if (!isNear) complaints.push(`request to ${href}`);
      });
      await use(complaints);
      expect(complaints, 'console and requests').toEqual([]);
    },
    { auto: true },
  ],
  widget: async ({ page }, use) => {
    await use(createWidget(page));
  },
  openPage: async ({ page, shop }, use) => {
    shop.sandbox.reset();
    await use((path, parameters) => goToPage(page, shop.origin, path, parameters));
  },
  openProduct: async ({ openPage }, use) => {
    await use((name, parameters) => openPage(`/shop/${name}`, parameters));
  },
});

/** Waits for exactly these complaints, each named by a part of it, and takes them out. */
export async function takeComplaints(
  complaints: string[],
  expected: readonly string[],
): Promise<void> {
  const matchers = expected.map((part) => expect.stringContaining(part));
  await expect.poll(() => complaints).toEqual(matchers);
  complaints.length = 0;
}

export { expect, type Page };
