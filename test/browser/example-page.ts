import {
  BUNDLES,
  type Bundle,
  LANGUAGE_FILES,
  type LanguageFile,
  readBundle,
} from '../../build/bundles.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { run } from '../module/php.ts';
import { type ExampleName, readExample } from '../support/examples.ts';
import { test as base, expect } from './fixtures.ts';
import { goToPage } from './open-page.ts';
import { startPatchedShop } from './patched-shop.ts';

/** Where the code of an example is. */
interface Tags {
  readonly head?: string;
  readonly bodyEnd?: string;
}

interface Sent {
  readonly address: string;
  readonly body: string;
}

interface Fixtures {
  /** Everything that was sent to Klaviyo, which accepts it. */
  readonly sent: readonly Sent[];
  /** Opens a page of the shop that has no widget but that of these tags. */
  readonly openWith: (path: string, tags: Tags, parameters?: object) => Promise<void>;
  /** Opens a page that has nothing of Magento's. */
  readonly openBare: (body: string) => Promise<void>;
  /** Presses the button, fills in the form, and asserts what Klaviyo gets for it. */
  readonly expectSubscription: (variant: string, button?: string) => Promise<void>;
}

/** The hosts that examples name. */
const NAMED_HOSTS = ['https://a.klaviyo.com', 'https://cdn.example.com'];

const CORS = { 'Access-Control-Allow-Origin': '*' };

const isBundle = (name: string | undefined): name is Bundle | LanguageFile =>
  [...Object.keys(BUNDLES), ...LANGUAGE_FILES].some((known) => known === name);

/** Tests that run the examples of the documents as they are written: every address of a built file leads to `dist/`. */
export const test = base.extend<Fixtures>({
  sent: async ({ context, complaints }, use) => {
    const sent: Sent[] = [];
    await context.route('https://a.klaviyo.com/**', async (route) => {
      const request = route.request();
      sent.push({ address: request.url(), body: request.postData() ?? '' });
      await route.fulfill({ headers: CORS, json: { email: 'sam@example.com', success: true } });
    });
    await use(sent);
    const others = complaints.filter(
      (it) => !NAMED_HOSTS.some((host) => it.startsWith(`request to ${host}/`)),
    );
    complaints.splice(0, complaints.length, ...others);
  },
  page: async ({ page }, use) => {
    await page.route(/\/back-in-stock[\w.-]*js$/, async (route) => {
      const name = new URL(route.request().url()).pathname.split('/').at(-1);
      if (!isBundle(name)) return route.fallback();
      const contentType = 'text/javascript; charset=utf-8';
      await route.fulfill({ headers: CORS, contentType, body: readBundle(name) });
    });
    await use(page);
  },
  openWith: async ({ page, shop, sent: _ }, use) => {
    let close = async () => {};
    await use(async (path, tags, parameters = {}) => {
      const patched = await startPatchedShop(shop.origin, tags);
      close = patched.close;
      await goToPage(page, patched.origin, path, { way: 'none', ...parameters });
    });
    await close();
  },
  openBare: async ({ page, shop, sent: _ }, use) => {
    await use(async (body) => {
      const address = `${shop.origin}/example`;
      const html = `<!doctype html><html lang="en"><title>Example</title><body>${body}</body></html>`;
      await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: html }));
      await page.goto(address);
    });
  },
  expectSubscription: async ({ page, widget, sent }, use) => {
    await use(async (variant, button = DEFAULT_TEXTS.trigger) => {
      await page.getByRole('button', { name: button, exact: true }).click();
      await widget.email.fill('sam@example.com');
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(sent).toEqual([
        {
          address: 'https://a.klaviyo.com/onsite/components/back-in-stock/subscribe',
          body: `a=ABC123&email=sam%40example.com&variant=${variant}&platform=magento_two&store=1`,
        },
      ]);
    });
  },
});

/** What a template of a theme has from Magento's blocks `Template` and `Switcher`. Translations may hold anything. */
const MAGENTO = `<?php
function __(string $text): string { return "$text </script>"; }
$block = new class {
    public function getViewFileUrl(string $file): string { return "/static/version1/frontend/Vendor/theme/en_US/$file"; }
    public function getCurrentStoreId(): string { return '1'; }
};
?>`;

/** What PHP prints for the example of a template. */
export function printTemplate(name: ExampleName): string {
  return run('php', ['-d', 'display_errors=stderr'], MAGENTO + readExample(name));
}

export { expect };
