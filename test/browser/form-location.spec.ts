import { readBundle } from '../../build/bundles.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { takeLogged } from './fault-checks.ts';
import { expect, takeComplaints } from './fixtures.ts';
import { ATTEMPTS, recordFormRequests, saveData, triggerOf } from './form-file.ts';
import { KEY, test } from './form-hosts.ts';
import { shortenPauses } from './shorten-pauses.ts';

// Where the form's file is looked for.

const AMD = readBundle('back-in-stock.amd.js');

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
  test(
    `on another host that sends no CORS headers, ${name}: beside the script`,
    atLengthUnless(name === 'minified, with a version and a query'),
    async ({ openPatched, widget, startHost }) => {
      const host = await startHost();
      const head = `<script defer src="${host.origin}${start}" ${KEY}></script>`;
      await openPatched({ head });
      await widget.button.click();
      await expect(widget.email).toBeFocused();
      expect(host.requests).toEqual([start, form]);
    },
  );
}

for (const [name, patch] of Object.entries({
  'in the head': (tag: string) => ({ head: tag }),
  deferred: (tag: string) => ({ head: tag.replace('<script', '<script defer') }),
  async: (tag: string) => ({ head: tag.replace('<script', '<script async') }),
  'at the bottom of the body': (tag: string) => ({ bodyEnd: tag }),
})) {
  test(
    `the script ${name}: the form is beside it`,
    atLengthUnless(name === 'async'),
    async ({ openPatched, widget, startHost }) => {
      const host = await startHost();
      const tag = `<script src="${host.origin}/back-in-stock.min.js?v=3" ${KEY}></script>`;
      await openPatched(patch(tag));
      await widget.button.click();
      await expect(widget.email).toBeFocused();
      expect(host.requests).toEqual([
        '/back-in-stock.min.js?v=3',
        '/back-in-stock.form.min.js?v=3',
      ]);
    },
  );
}

test(
  'a loader has run the script by itself: the form is beside what its tag names',
  AT_LENGTH,
  async ({ page, openPatched, widget }) => {
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
  },
);

for (const [name, module, form] of [
  ['as it is built', 'back-in-stock.amd', '/js/back-in-stock.form.js?v=3'],
  ['minified', 'back-in-stock.amd.min', '/js/back-in-stock.form.min.js?v=3'],
  ['under a name without .amd', 'back-in-stock', '/js/back-in-stock.form.js?v=3'],
] as const) {
  test(
    `RequireJS, on another host, ${name}: beside the module, with its query`,
    atLengthUnless(name === 'minified'),
    async ({ page, openPatched, widget, startHost }) => {
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
    },
  );
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

  test(
    'without it, the console names the address and the remedy',
    AT_LENGTH,
    async ({ page, openPatched, complaints, startHost }) => {
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
      await takeLogged(complaints, [
        '404',
        `the form cannot be loaded. ${host.origin}/_cache/merged/1234.form.min.js does not load. Put the form's file beside the script, or give its address in "formUrl".`,
      ]);
    },
  );

  test(
    'with settings in a JSON tag, data-form-url on the script counts, whatever the page’s <base> is',
    AT_LENGTH,
    async ({ page, openPatched, shop, widget, startHost }) => {
      const host = await startHost({ change: merge });
      const requests = recordFormRequests(page);
      const head = `<base href="${shop.sandbox.origin}/"><script defer src="${host.origin}/merged.js" data-form-url="/dist/back-in-stock.form.js"></script>`;
      const bodyEnd =
        '<script type="application/json" data-back-in-stock-config>{"apiKey":"DEMO01","store":"1"}</script>';
      const origin = await openPatched({ head, bodyEnd, isPlain: true });
      await widget.button.click();
      await expect(widget.email).toBeFocused();
      expect(requests).toEqual([`${origin}/dist/back-in-stock.form.js`]);
    },
  );
});

for (const way of ['script', 'script-init', 'esm']) {
  test(`${way}: formUrl wins`, AT_LENGTH, async ({ page, openProduct, widget }) => {
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
  test(
    `${way}: HTML cannot say which script is run`,
    AT_LENGTH,
    async ({ page, openProduct, widget, complaints }) => {
      const requests = recordFormRequests(page);
      const formUrl = '/dist/back-in-stock.form.js?from=html';
      await openProduct('camp-lantern', { way, options: JSON.stringify({ formUrl }) });
      await takeComplaints(complaints, [
        `${source}: formUrl cannot be "${formUrl}" here. Give it on the script's own tag, or in init.`,
      ]);
      await expect(widget.button).toHaveCount(0);
      expect(requests).toEqual([]);
    },
  );
}
