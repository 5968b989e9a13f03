import { test as base } from './fixtures.ts';
import { goToPage } from './open-page.ts';
import { type Patch, startPatchedShop } from './patched-shop.ts';
import { type StaticHost, type StaticHostOptions, startStaticHost } from './static-host.ts';

interface Fixtures {
  /** Starts a host of static files for this test. */
  readonly startHost: (options?: StaticHostOptions) => Promise<StaticHost>;
  /** Opens the page of a sold-out simple product with tags of the test's own in it; gives the shop's origin. */
  readonly openPatched: (patch: Patch) => Promise<string>;
}

/** Tests of a shop with tags of their own, and of hosts of static files. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of this pattern.
  startHost: async ({}, use) => {
    const hosts: StaticHost[] = [];
    await use(async (options) => {
      const host = await startStaticHost(options);
      hosts.push(host);
      return host;
    });
    for (const host of hosts) await host.close();
  },
  openPatched: async ({ page, shop }, use) => {
    let close = async () => {};
    await use(async (patch) => {
      const patched = await startPatchedShop(shop.origin, patch);
      close = patched.close;
      const csp = (patch.isPlain ?? patch.policy) ? 'strict' : 'none';
      await goToPage(page, patched.origin, '/shop/camp-lantern', { way: 'none', csp });
      return patched.origin;
    });
    await close();
  },
});

/** The setting that every tag needs. */
export const KEY = 'data-api-key="DEMO01"';
