import { readBundle } from '../../build/bundles.ts';
import { readFigures } from '../../build/figures.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { takeTold } from './fault-checks.ts';
import { test as base, expect, type Page, takeComplaints } from './fixtures.ts';
import { ATTEMPTS, listFormScripts, recordFormRequests, saveData } from './form-file.ts';
import { goToPage } from './open-page.ts';
import { type Patch, startPatchedShop } from './patched-shop.ts';
import { shortenPauses } from './shorten-pauses.ts';
import { type StaticHost, type StaticHostOptions, startStaticHost } from './static-host.ts';
import { readViolations, recordViolations } from './violations.ts';

// Where the form's file is looked for, and what the policies of a page ask of it.

interface Fixtures {
  /** Starts a host of static files for this test. */
  readonly startHost: (options?: StaticHostOptions) => Promise<StaticHost>;
  /** Opens the page of a sold-out simple product with tags of the test's own in it; gives the shop's origin. */
  readonly openPatched: (patch: Patch) => Promise<string>;
}

const test = base.extend<Fixtures>({
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

const AMD = readBundle('back-in-stock.amd.js');

const KEY = 'data-api-key="DEMO01"';

const triggerOf = (page: Page) => page.locator('.back-in-stock button');

for (const [name, start, form] of [
  ['as it is built', '/js/back-in-stock.js', '/js/back-in-stock.form.js'],
  ['minified', '/js/back-in-stock.min.js', '/js/back-in-stock.form.min.js'],
  ['with a query', '/js/back-in-stock.js?v=1.2', '/js/back-in-stock.form.js?v=1.2'],
  [
    'minified, with a version and a query',
    '/static/version17/frontend/x.js/back-in-stock.min.js?v=3&w=a.js',
    '/static/version17/frontend/x.js/back-in-stock.form.min.js?v=3&w=a.js',
  ],
] as const) {
  test(`on another host that sends no CORS headers, ${name}: beside the script`, async ({
    openPatched,
    widget,
    startHost,
  }) => {
    const host = await startHost();
    const head = `<script defer src="${host.origin}${start}" ${KEY}></script>`;
    await openPatched({ head });
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    expect(host.requests).toEqual([start, form]);
  });
}

for (const [name, patch] of Object.entries({
  'in the head': (tag: string) => ({ head: tag }),
  deferred: (tag: string) => ({ head: tag.replace('<script', '<script defer') }),
  async: (tag: string) => ({ head: tag.replace('<script', '<script async') }),
  'at the bottom of the body': (tag: string) => ({ bodyEnd: tag }),
})) {
  test(`the script ${name}: the form is beside it`, async ({ openPatched, widget, startHost }) => {
    const host = await startHost();
    const tag = `<script src="${host.origin}/back-in-stock.min.js?v=3" ${KEY}></script>`;
    await openPatched(patch(tag));
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    expect(host.requests).toEqual(['/back-in-stock.min.js?v=3', '/back-in-stock.form.min.js?v=3']);
  });
}

test('a loader has run the script by itself: the form is beside what its tag names', async ({
  page,
  openPatched,
  widget,
}) => {
  const bodyEnd = `<script type="text/plain" data-src="/dist/back-in-stock.js" ${KEY}></script>`;
  const origin = await openPatched({ bodyEnd });
  const requests = recordFormRequests(page);
  await page.evaluate(async () => {
    const code = await (await fetch('/dist/back-in-stock.js')).text();
    // biome-ignore lint/security/noGlobalEval: what such loaders do
    // biome-ignore lint/complexity/noCommaOperator: the indirect form runs it among the globals
    (0, eval)(code);
  });
  await widget.button.click();
  await expect(widget.email).toBeFocused();
  expect(requests).toEqual([`${origin}/dist/back-in-stock.form.js`]);
});

for (const [name, module, form] of [
  ['as it is built', 'back-in-stock.amd', '/js/back-in-stock.form.js?v=3'],
  ['minified', 'back-in-stock.amd.min', '/js/back-in-stock.form.min.js?v=3'],
  ['under a name without .amd', 'back-in-stock', '/js/back-in-stock.form.js?v=3'],
] as const) {
  test(`RequireJS, on another host, ${name}: beside the module, with its query`, async ({
    page,
    openPatched,
    widget,
    startHost,
  }) => {
    const host = await startHost({
      change: (code, path) => (path.includes('.form.') ? code : AMD),
    });
    await openPatched({});
    await page.evaluate((path) => {
      const require = Reflect.get(window, 'require') as unknown as RequireJs;
      require.config({ context: 'other', paths: { stock: path }, urlArgs: 'v=3' })(
        ['stock'],
        (stock) => stock({ apiKey: 'DEMO01' }),
      );
    }, `${host.origin}/js/${module}`);
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    expect(host.requests).toEqual([`/js/${module}.js?v=3`, form]);
  });
}

interface RequireJs {
  config(
    settings: object,
  ): (names: readonly string[], onLoad: (stock: (settings: object) => void) => void) => void;
}

test.describe('merged with other scripts into one file', () => {
  const merge = (code: string, path: string) =>
    path.includes('.form.') ? code : `var before = 1;${code};var after = 2;`;

  test('with data-form-url, the form is there', async ({ openPatched, widget, startHost }) => {
    const host = await startHost({ change: merge });
    const head = `<script src="${host.origin}/_cache/merged/1234.min.js" ${KEY} data-form-url="${host.origin}/js/back-in-stock.form.min.js"></script>`;
    await openPatched({ head });
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    expect(host.requests).toEqual(['/_cache/merged/1234.min.js', '/js/back-in-stock.form.min.js']);
  });

  test('without it, the console tells the address and the remedy', async ({
    page,
    openPatched,
    complaints,
    startHost,
  }) => {
    const host = await startHost({ change: merge });
    const head = `<script src="${host.origin}/_cache/merged/1234.min.js" ${KEY}></script>`;
    await saveData(page);
    await page.route('**/1234.form.min.js', (route) => route.fulfill({ status: 404 }));
    await openPatched({ head });
    const trigger = triggerOf(page);
    await expect(trigger).toBeVisible();
    await shortenPauses(page, ATTEMPTS);
    await trigger.click();
    await expect(trigger).toHaveText(DEFAULT_TEXTS.notLoaded);
    await takeTold(complaints, [
      '404',
      `the form cannot be loaded. ${host.origin}/_cache/merged/1234.form.min.js does not load. Put the form's file beside the script, or give its address in "formUrl".`,
    ]);
  });

  test('with settings in a JSON tag, data-form-url on the script counts, whatever the page’s <base> is', async ({
    page,
    openPatched,
    shop,
    widget,
    startHost,
  }) => {
    const host = await startHost({ change: merge });
    const requests = recordFormRequests(page);
    const head = `<base href="${shop.sandbox.origin}/"><script defer src="${host.origin}/merged.js" data-form-url="/dist/back-in-stock.form.js"></script>`;
    const bodyEnd =
      '<script type="application/json" data-back-in-stock-config>{"apiKey":"DEMO01","store":"1"}</script>';
    const origin = await openPatched({ head, bodyEnd, isPlain: true });
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    expect(requests).toEqual([`${origin}/dist/back-in-stock.form.js`]);
  });
});

for (const way of ['script', 'script-init', 'esm']) {
  test(`${way}: formUrl wins`, async ({ page, openProduct, widget }) => {
    const requests = recordFormRequests(page);
    const file = way === 'esm' ? 'back-in-stock.form.mjs' : 'back-in-stock.form.js';
    const formUrl = `/dist/${file}?from=settings`;
    await openProduct('camp-lantern', { way, options: JSON.stringify({ formUrl }) });
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    expect(requests).toEqual([new URL(formUrl, page.url()).href]);
  });
}

for (const { way, source } of [
  { way: 'script-json', source: 'data-back-in-stock-config' },
  { way: 'requirejs', source: 'the settings of backInStock' },
  { way: 'mage-init', source: 'the settings of backInStock' },
]) {
  test(`${way}: HTML cannot say which script is run`, async ({
    page,
    openProduct,
    widget,
    complaints,
  }) => {
    const requests = recordFormRequests(page);
    const formUrl = '/dist/back-in-stock.form.js?from=html';
    await openProduct('camp-lantern', { way, options: JSON.stringify({ formUrl }) });
    await takeComplaints(complaints, [
      `${source}: formUrl cannot be "${formUrl}" here. Give it on the script's own tag, or in init.`,
    ]);
    await expect(widget.button).toHaveCount(0);
    expect(requests).toEqual([]);
  });
}

const NONCE = 'c2FsdA';

/** A policy that names these sources of scripts, and says this of Trusted Types. */
const policyOf = (sources: string, types = 'trusted-types back-in-stock') =>
  `default-src 'none'; style-src 'self'; img-src 'self' data:; connect-src *; script-src 'nonce-${NONCE}' ${sources}; require-trusted-types-for 'script'; ${types}`;

const { integrity: HASH } = readFigures('back-in-stock.js');

for (const [name, sources, attributes] of [
  ['a nonce', '', `nonce="${NONCE}"`],
  ['a nonce and strict-dynamic', "'strict-dynamic'", `nonce="${NONCE}"`],
  [
    'the hash of the script and strict-dynamic',
    `'${HASH}' 'strict-dynamic'`,
    `integrity="${HASH}" crossorigin`,
  ],
] as const) {
  test(`a policy with ${name}, and Trusted Types: no violation`, async ({
    page,
    openPatched,
    widget,
    startHost,
  }) => {
    await recordViolations(page);
    const host = await startHost({ isOpen: true });
    const head = `<script defer src="${host.origin}/back-in-stock.js" ${KEY} ${attributes}></script>`;
    await openPatched({ head, policy: policyOf(sources), nonce: NONCE });
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    expect(host.requests).toEqual(['/back-in-stock.js', '/back-in-stock.form.js']);
    expect(await readViolations(page)).toEqual([]);
  });
}

test('a policy that does not allow the host: told, and the press is answered', async ({
  page,
  openPatched,
  shop,
  complaints,
}) => {
  await saveData(page);
  const { origin } = shop.sandbox;
  const head = `<script defer src="/dist/back-in-stock.js" ${KEY} data-form-url="${origin}/a.form.js"></script>`;
  await openPatched({ head, policy: policyOf("'self'"), nonce: NONCE });
  await expect(triggerOf(page)).toBeVisible();
  await shortenPauses(page, ATTEMPTS);
  await triggerOf(page).click();
  await expect(triggerOf(page)).toHaveText(DEFAULT_TEXTS.notLoaded);
  await takeTold(complaints, ['script-src', `the form cannot be loaded. ${origin}/a.form.js does`]);
});

test('Trusted Types with a default policy of the page’s own: it may say what is loaded', async ({
  page,
  openPatched,
  widget,
  complaints,
}) => {
  await page.addInitScript(() => {
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): void };
    };
    trustedTypes.createPolicy('default', { createScriptURL: (address: string) => address });
  });
  const head = `<script defer src="/dist/back-in-stock.js" ${KEY}></script>`;
  await openPatched({ head, policy: policyOf("'self'", 'trusted-types default'), nonce: NONCE });
  await widget.button.click();
  await expect(widget.email).toBeFocused();
  // The browser itself says what to allow, once.
  await takeComplaints(complaints, ["a TrustedTypePolicy named 'back-in-stock'"]);
});

test('Trusted Types without the widget’s policy: told, and the press is answered', async ({
  page,
  openPatched,
  complaints,
}) => {
  await saveData(page);
  const head = `<script defer src="/dist/back-in-stock.js" ${KEY}></script>`;
  await openPatched({ head, policy: policyOf("'self'", "trusted-types 'none'"), nonce: NONCE });
  await expect(triggerOf(page)).toBeVisible();
  await shortenPauses(page, ATTEMPTS);
  await triggerOf(page).click();
  await expect(triggerOf(page)).toHaveText(DEFAULT_TEXTS.notLoaded);
  await takeTold(complaints, [
    "a TrustedTypePolicy named 'back-in-stock'",
    'TrustedScriptURL',
    'the form cannot be loaded. ',
  ]);
  expect(await listFormScripts(page)).toEqual([]);
});

test.describe('with integrity on the script’s tag', () => {
  const headOf = ({ origin }: StaticHost) =>
    `<script defer src="${origin}/back-in-stock.min.js" ${KEY} integrity="${HASH}" crossorigin="anonymous"></script>`;

  test('the form of this build is run', async ({ openPatched, widget, startHost }) => {
    const host = await startHost({ isOpen: true });
    await openPatched({ head: headOf(host) });
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    expect(host.requests).toEqual(['/back-in-stock.min.js', '/back-in-stock.form.min.js']);
  });

  test('another form is not', async ({ page, openPatched, complaints, startHost }) => {
    await saveData(page);
    const tamper = (code: string, path: string) =>
      path.includes('.form.') ? `window.tampered = 1;${code}` : code;
    const host = await startHost({ isOpen: true, change: tamper });
    await openPatched({ head: headOf(host) });
    await expect(triggerOf(page)).toBeVisible();
    await shortenPauses(page, ATTEMPTS);
    await triggerOf(page).click();
    await expect(triggerOf(page)).toHaveText(DEFAULT_TEXTS.notLoaded);
    await takeTold(complaints, [
      "valid digest in the 'integrity' attribute",
      `the form cannot be loaded. ${host.origin}/back-in-stock.form.min.js does not load.`,
    ]);
    expect(await page.evaluate(() => 'tampered' in window)).toBe(false);
  });
});
