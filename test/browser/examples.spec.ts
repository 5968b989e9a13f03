import type { Bundle } from '../../build/bundles.ts';
import { readFigures } from '../../build/figures.ts';
import { LOCALES } from '../../build/locales.ts';
import { findReasonWithout } from '../module/php-tools.mjs';
import { readExample } from '../support/examples.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, printTemplate, test } from './example-page.ts';

// The examples of the documents, run as they are written. `test/support/examples.ts` has the list of all.

const LANTERN = '/shop/camp-lantern';
const HYVA_LANTERN = '/hyva/camp-lantern';
const LANTERN_ID = '2045';

const reason = findReasonWithout('php');

const script = (code: string) => `<script>${code}</script>`;
const configTag = (json: string) =>
  `<script type="application/json" data-back-in-stock-config>${json}</script>`;

const tag = '<script defer src="/js/back-in-stock.js" data-api-key="ABC123"></script>';

for (const name of ['script tag in README', 'script tag'] as const) {
  test(
    `template: ${name}`,
    atLengthUnless(name === 'script tag in README'),
    async ({ openWith, expectSubscription }) => {
      test.skip(reason !== undefined, reason);
      await openWith(LANTERN, { bodyEnd: printTemplate(name) });
      await expectSubscription(LANTERN_ID);
    },
  );
}

test(
  'template: texts that Magento translates, whatever they hold',
  AT_LENGTH,
  async ({ openWith, expectSubscription }) => {
    test.skip(reason !== undefined, reason);
    await openWith(LANTERN, {
      bodyEnd: `${printTemplate('translated texts')}<script defer src="/js/back-in-stock.js"></script>`,
    });
    await expectSubscription(LANTERN_ID, 'Notify me when available </script>');
  },
);

test('script tag: settings on the tag', AT_LENGTH, async ({ openWith, expectSubscription }) => {
  await openWith(LANTERN, { bodyEnd: readExample('attributes of the tag') });
  await expectSubscription(LANTERN_ID);
});

test(
  'script tag: the tags with a mark count, and no other',
  AT_LENGTH,
  async ({ openWith, expectSubscription, complaints }) => {
    const other = configTag('{ "apiKey": "OTHER1" }');
    await openWith(LANTERN, { head: other, bodyEnd: readExample('mark of the tags') });
    await expectSubscription(LANTERN_ID);
    const warning = 'counts only with data-mark="oak-7f31"';
    const index = complaints.findIndex((complaint) => complaint.includes(warning));
    expect(complaints.splice(index, 1)).toEqual([expect.stringContaining(warning)]);
  },
);

test(
  'script tag: a script of the merchant starts it and is called',
  AT_LENGTH,
  async ({ page, openWith, expectSubscription }) => {
    const logged = page.waitForEvent('console', (message) => message.type() === 'log');
    await openWith(LANTERN, { bodyEnd: readExample('start by a script') });
    await expectSubscription(LANTERN_ID);
    expect((await logged).text()).toBe('Camp Lantern');
  },
);

test(
  'Hyvä: the id of the store view in the settings',
  AT_LENGTH,
  async ({ openWith, expectSubscription }) => {
    const script = '<script defer src="/js/back-in-stock.js"></script>';
    await openWith(HYVA_LANTERN, { bodyEnd: configTag(readExample('settings in Hyvä')) + script });
    await expectSubscription(LANTERN_ID);
  },
);

test(
  'Hyvä: a template that prints the id of the store view',
  AT_LENGTH,
  async ({ openWith, expectSubscription }) => {
    test.skip(reason !== undefined, reason);
    await openWith(HYVA_LANTERN, { bodyEnd: printTemplate('store view in Hyvä') });
    await expectSubscription(LANTERN_ID);
  },
);

/** As Magento wraps the `requirejs-config.js` of a theme; without it, the page knows no `backInStock`. */
const requireConfig = () =>
  script("require.config({ map: { '*': { backInStock: 'js/nothing' } } });") +
  script(`(function () { ${readExample('requirejs-config.js')} require.config(config); })();`);

test('RequireJS: x-magento-init', async ({ openWith, expectSubscription }) => {
  await openWith(LANTERN, { bodyEnd: requireConfig() + readExample('x-magento-init') });
  await expectSubscription(LANTERN_ID);
});

test(
  'RequireJS: data-mage-init, with the button in its element',
  AT_LENGTH,
  async ({ page, openWith, expectSubscription }) => {
    await openWith(LANTERN, { bodyEnd: requireConfig() + readExample('data-mage-init') });
    await expectSubscription(LANTERN_ID);
    await expect(page.locator('body > div > .back-in-stock button')).toHaveCount(1);
  },
);

test('RequireJS: require in a script', AT_LENGTH, async ({ openWith, expectSubscription }) => {
  await openWith(LANTERN, {
    bodyEnd: requireConfig() + script(readExample('require in a script')),
  });
  await expectSubscription(LANTERN_ID);
});

test('ES module: by its address', async ({ openWith, expectSubscription }) => {
  await openWith(LANTERN, { bodyEnd: readExample('ES module') });
  await expectSubscription(LANTERN_ID);
});

test(
  'ES module: by the name of the package',
  AT_LENGTH,
  async ({ openWith, expectSubscription }) => {
    const imports = '{ "imports": { "magento-back-in-stock": "/js/back-in-stock.mjs" } }';
    await openWith(LANTERN, {
      head: `<script type="importmap">${imports}</script>`,
      bodyEnd: `<script type="module">${readExample('ES module with a bundler')}</script>`,
    });
    await expectSubscription(LANTERN_ID);
  },
);

test('a language by the name of the package', async ({ page, openWith, sent }) => {
  const imports =
    '{ "imports": { "magento-back-in-stock": "/js/back-in-stock.mjs", "magento-back-in-stock/": "/js/" } }';
  await page.route('**/js/locales/de.json', (route) => route.fulfill({ json: LOCALES.de }));
  await openWith(LANTERN, {
    head: `<script type="importmap">${imports}</script>`,
    bodyEnd: `<script type="module">${readExample('language with a bundler')}</script>`,
  });
  await page.getByRole('button', { name: LOCALES.de.trigger, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: LOCALES.de.emailLabel }).fill('sam@example.com');
  await dialog.getByRole('button', { name: LOCALES.de.submit, exact: true }).click();
  await expect(dialog.getByRole('status')).toHaveText('Danke! Wir melden uns.');
  expect(sent).toHaveLength(1);
});

test('a language on the script’s tag', AT_LENGTH, async ({ page, openWith }) => {
  await openWith(LANTERN, { bodyEnd: readExample('language of the tag') });
  await expect(page.getByRole('button', { name: LOCALES.de.trigger, exact: true })).toBeVisible();
});

test('a language in a JSON tag', AT_LENGTH, async ({ page, openWith }) => {
  const example = readExample('language in a JSON tag');
  await openWith(LANTERN, {
    bodyEnd: `${example}<script defer src="/js/back-in-stock.js"></script>`,
  });
  await page.getByRole('button', { name: LOCALES.de.trigger, exact: true }).click();
  const submit = page
    .getByRole('dialog')
    .getByRole('button', { name: LOCALES.de.submit, exact: true });
  await expect(submit).toBeVisible();
});

/** An example with the hash of the file in the place of the dots after its address. */
const fillIn = (code: string) =>
  code.replaceAll(
    /(back-in-stock[\w.]*js)("[^…]*)sha384-…/g,
    (_, name: Bundle, between) => name + between + readFigures(name).integrity,
  );

test(
  'integrity: the script of a CDN',
  AT_LENGTH,
  async ({ page, openWith, expectSubscription }) => {
    await openWith(LANTERN, { bodyEnd: fillIn(readExample('integrity of the script')) });
    await expectSubscription(LANTERN_ID);
    expect(await page.locator('script[integrity]').first().getAttribute('integrity')).toBe(
      readFigures('back-in-stock.js').integrity,
    );
  },
);

test('integrity: a language of a CDN', AT_LENGTH, async ({ page, openWith }) => {
  const example = readExample('integrity of a language').replace(
    /(data-locale-integrity=")sha384-…/,
    `$1${readFigures('back-in-stock.de.js').integrity}`,
  );
  await openWith(LANTERN, { bodyEnd: fillIn(example) });
  await expect(page.getByRole('button', { name: LOCALES.de.trigger, exact: true })).toBeVisible();
});

test('integrity: the module of a CDN', AT_LENGTH, async ({ openWith, expectSubscription }) => {
  const map = fillIn(readExample('integrity of the module'));
  expect(map).not.toContain('…');
  const module = readExample('ES module').replace('/path/to', 'https://cdn.example.com');
  await openWith(LANTERN, { head: map, bodyEnd: module });
  await expectSubscription(LANTERN_ID);
});

/** The product of the example has a variant in stock, so no button stands there before the choice. */
const HINT = 'Colour / Size sold out? Get notified';

test('product data on a page that hides what is sold out', async ({
  openWith,
  expectSubscription,
}) => {
  const tags = { bodyEnd: readExample('product data') + tag };
  await openWith('/shop/trail-runner', tags, { stock: 'hidden' });
  await expectSubscription('2003', HINT);
});

test('a headless shop that gives its product', async ({ openBare, expectSubscription }) => {
  const [, data] = />([\s\S]*)<\/script>/.exec(readExample('product data')) ?? [];
  await openBare(`<div data-back-in-stock></div>
    <script src="/js/back-in-stock.js"></script>
    ${script(`const productOnThisPage = ${data};`)}
    ${script(readExample('headless shop'))}`);
  await expectSubscription('2003', HINT);
});

test('a theme of its own with an adapter', async ({ openBare, expectSubscription }) => {
  await openBare(`${readExample('markup of a theme')}
    <script src="/js/back-in-stock.js"></script>
    ${script(readExample('adapter of a theme'))}
    ${script("BackInStock.init({ apiKey: 'ABC123', store: '1' });")}`);
  await expectSubscription('2003');
});

test('settings: nested ones', AT_LENGTH, async ({ page, openWith, expectSubscription }) => {
  const settings = configTag(readExample('nested settings'));
  await openWith(LANTERN, { bodyEnd: settings + tag });
  await expectSubscription(LANTERN_ID, 'Tell me when it is back');
  await expect(page.locator('.product-info-price + .back-in-stock')).toHaveCount(1);
});

test('settings: newsletter and consent', AT_LENGTH, async ({ openWith, widget, sent }) => {
  const settings = configTag(readExample('newsletter and consent'));
  await openWith(LANTERN, { bodyEnd: settings + tag });
  await widget.button.click();
  await expect(widget.dialog.getByRole('link', { name: 'privacy policy' })).toHaveAttribute(
    'href',
    /\/privacy-policy-cookie-restriction-mode$/,
  );
  for (const box of await widget.dialog.getByRole('checkbox').all()) await box.check();
  await widget.email.fill('sam@example.com');
  await widget.submit.click();
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]?.body).toContain('g=XyZ987&subscribe_for_newsletter=true');
});

test('events: what analytics gets', async ({ page, openWith, expectSubscription }) => {
  const listener = script(`var dataLayer = []; ${readExample('event for analytics')}`);
  await openWith(LANTERN, { head: listener, bodyEnd: tag });
  await expectSubscription(LANTERN_ID);
  expect(await page.evaluate(() => Reflect.get(window, 'dataLayer'))).toEqual([
    { event: 'back_in_stock', product: 'LANTERN-2', variant: LANTERN_ID },
  ]);
});

test('theming: custom properties', AT_LENGTH, async ({ openWith, widget }) => {
  const style = `<style>${readExample('custom properties')}</style>`;
  await openWith(LANTERN, { head: style, bodyEnd: tag });
  await widget.button.click();
  await expect(widget.submit).toHaveCSS('background-color', 'rgb(25, 121, 195)');
  await expect(widget.dialog).toHaveCSS('border-radius', '0px');
});
