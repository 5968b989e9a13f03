import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, takeComplaints, test } from './fixtures.ts';
import { recordQuestions } from './graphql-questions.ts';
import { readKept } from './kept-entries.ts';
import { KINDS } from './kinds.ts';
import { leaveKept } from './leave-kept.ts';
import { mergeScripts, moveScriptsToBottom, startChangedShop } from './magento-scripts.ts';
import { openPage } from './open-page.ts';
import { expectNothingOffered, waitForOptions } from './readiness.ts';
import { EMAIL, subscribeByButton } from './subscription.ts';
import { readViolations, recordViolations } from './violations.ts';
import { TRIGGER_NAME } from './widget.ts';

/** As the module prints it, where the shop hides what is sold out. */
const MODULE = { way: 'module', stock: 'hidden' };

const THEMES = ['shop', 'hyva', 'hyva-csp'];

/** Of these nothing is sold out. */
const IN_STOCK = ['crew-tee', 'enamel-mug', 'breakfast-bundle'];

const SHOE = {
  offered: ['Red / 42', 'Blue / 40', 'Blue / 41', 'Blue / 42', 'Blue / 43'],
  label: 'Red / 42',
  variant: '2003',
};

const SCRIPT_SETTINGS = [
  { setting: 'all scripts at the end of the body', change: moveScriptsToBottom, isMerged: false },
  { setting: 'merged with scripts of others', change: mergeScripts, isMerged: true },
  {
    setting: 'merged with scripts of others at the end of the body',
    change: (html: string) => moveScriptsToBottom(mergeScripts(html)),
    isMerged: true,
  },
];

/** The paths of all scripts that the pages ask for from here on. */
function recordScripts(page: Page): readonly string[] {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  return scripts;
}

/** Neither a tag nor anything that a script of ours has left. */
async function expectNothingOfOurs(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'BackInStock' in window)).toBe(false);
  expect(await page.content()).not.toMatch(/back-in-stock|BackInStock/);
}

for (const theme of THEMES) {
  // The strict policy does not change Hyvä's pages, but Luma's own scripts are replaced under it.
  for (const csp of theme === 'shop' ? ['', 'strict'] : ['strict']) {
    const policy = csp ? ' under a strict policy' : '';
    test(
      `${theme}${policy}: of each kind exactly what is sold out is offered and subscribed to, and nobody is asked`,
      atLengthUnless(theme === 'shop' && csp === 'strict'),
      async ({ page, openPage, widget, shop }) => {
        await recordViolations(page);
        const questions = recordQuestions(page);
        const scripts = recordScripts(page);
        for (const { kind, page: name, ...choice } of KINDS) {
          await test.step(kind, async () => {
            shop.sandbox.reset();
            await openPage(`/${theme}/${name}`, { ...MODULE, csp });
            await subscribeByButton(widget, shop, choice);
            expect(await readViolations(page)).toEqual([]);
          });
        }
        expect(questions).toEqual([]);
        // It is the module's own file that runs, and no other of ours.
        const ours = new Set(scripts.filter((path) => path.includes('back-in-stock')));
        expect([...ours]).toEqual([
          expect.stringMatching(/\/BackInStock_Klaviyo\/js\/back-in-stock\.min\.js$/),
          expect.stringMatching(/\/BackInStock_Klaviyo\/js\/back-in-stock\.form\.min\.js$/),
        ]);
      },
    );
  }

  test(`${theme}: no button for what is in stock`, AT_LENGTH, async ({ page, openPage }) => {
    const questions = recordQuestions(page);
    for (const name of IN_STOCK) {
      await openPage(`/${theme}/${name}`, { ...MODULE, script: 'products' });
      await expectNothingOffered(page);
    }
    expect(questions).toEqual([]);
  });

  test(
    `${theme}: by default what is in stock costs its page nothing`,
    atLengthUnless(theme === 'shop'),
    async ({ page, openPage }) => {
      const scripts = recordScripts(page);
      for (const name of IN_STOCK) {
        await openPage(`/${theme}/${name}`, MODULE);
        await waitForOptions(page);
        await page.waitForLoadState();
        await expectNothingOfOurs(page);
      }
      expect(scripts.filter((path) => path.includes('back-in-stock'))).toEqual([]);
    },
  );

  test(
    `${theme}: out-of-stock products shown, the same is offered`,
    AT_LENGTH,
    async ({ openPage, widget, shop }) => {
      await openPage(`/${theme}/trail-runner`, { ...MODULE, stock: 'shown' });
      await subscribeByButton(widget, shop, SHOE);
    },
  );

  for (const { setting, change, isMerged } of SCRIPT_SETTINGS) {
    test(
      `${theme}: ${setting}`,
      atLengthUnless(theme === 'shop' && change !== moveScriptsToBottom && change !== mergeScripts),
      async ({ page, widget, shop }) => {
        const scripts = recordScripts(page);
        const changed = await startChangedShop(shop.origin, change);
        try {
          const { sandbox } = shop;
          await openPage(
            page,
            { origin: changed.origin, sandbox },
            `/${theme}/trail-runner`,
            MODULE,
          );
          await waitForOptions(page);
          await subscribeByButton(widget, shop, SHOE);
        } finally {
          await changed.close();
        }
        const apart = scripts.filter((path) => path.includes('back-in-stock'));
        const isForm = (path: string) => path.endsWith('/back-in-stock.form.min.js');
        expect(apart.filter(isForm)).toHaveLength(1);
        expect(apart.filter((path) => !isForm(path))).toHaveLength(isMerged ? 0 : 1);
        const others = await page.evaluate(() => Reflect.get(window, 'others'));
        expect(others).toEqual(isMerged ? ['before', 'after'] : undefined);
      },
    );
  }

  test(
    `${theme}: without its script and its tags the page is as if there were no widget`,
    AT_LENGTH,
    async ({ page, openPage }) => {
      const scripts = recordScripts(page);
      const questions = recordQuestions(page);
      for (const name of ['trail-runner', 'camp-lantern', 'storm-shell']) {
        await openPage(`/${theme}/${name}`, { ...MODULE, way: 'none' });
        await waitForOptions(page);
        expect(await page.evaluate(() => 'BackInStock' in window)).toBe(false);
        await expect(page.locator('script[data-back-in-stock-config]')).toHaveCount(0);
        await expect(page.getByText(TRIGGER_NAME)).toHaveCount(0);
      }
      expect(scripts.filter((path) => path.includes('back-in-stock'))).toEqual([]);
      expect(questions).toEqual([]);
    },
  );
}

test('a sold-out tile has its button on the page of what is in stock, if tiles get buttons', async ({
  page,
  widget,
  shop,
}) => {
  const shown = { ...MODULE, stock: 'shown' };
  await openPage(page, shop, '/shop/crew-tee', { ...shown, options: { listing: true } });
  await expect(widget.button.first()).toBeVisible();
  expect(await page.locator('.product-item').filter({ has: widget.button }).count()).toBe(
    await widget.button.count(),
  );
  await openPage(page, shop, '/shop/crew-tee', shown);
  await expectNothingOfOurs(page);
});

// What a sign-up was kept by is a page with something sold out.
for (const { script, path, isSent } of [
  { script: '', path: '/shop/crew-tee', isSent: false },
  { script: '', path: '/category/all', isSent: false },
  { script: '', path: '/shop/trail-runner', isSent: true },
  { script: 'products', path: '/shop/crew-tee', isSent: true },
  { script: 'products', path: '/category/all', isSent: false },
  { script: 'every', path: '/category/all', isSent: true },
]) {
  test(
    `what is kept is ${isSent ? '' : 'not '}sent by ${path} with the script on ${script || 'pages with something sold out'}`,
    atLengthUnless(script === 'products' && isSent),
    async ({ page, shop, complaints }) => {
      await leaveKept(page, shop, EMAIL);
      await takeComplaints(complaints, ['ERR_INTERNET_DISCONNECTED']);
      await openPage(page, shop, path, { ...MODULE, script });
      if (isSent) {
        await expect.poll(() => readKept(page)).toEqual([]);
        expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: '2045', store: '1' }]);
      } else {
        await page.waitForLoadState();
        await expectNothingOfOurs(page);
        expect(await readKept(page)).toHaveLength(1);
        expect(shop.sandbox.events).toEqual([]);
      }
    },
  );
}

test('a quick view in a list has its button where every page gets the script', async ({
  page,
  shop,
}) => {
  const list = { way: 'module', stock: 'shown', delay: '0' };
  for (const { script, buttons } of [
    { script: 'products', buttons: 0 },
    { script: 'every', buttons: 1 },
  ]) {
    await openPage(page, shop, '/category/all', { ...list, script });
    await page.getByRole('button', { name: 'Quick view: Camp Lantern', exact: true }).click();
    const quickView = page.getByRole('dialog', { name: 'Quick view: Camp Lantern', exact: true });
    await expect(quickView.getByRole('heading', { level: 1 })).toBeVisible();
    const button = quickView.getByRole('button', { name: DEFAULT_TEXTS.trigger });
    await expect(button).toHaveCount(buttons);
  }
});

test('what a shopper chooses narrows the offer', async ({ page, openProduct, widget }) => {
  await openProduct('trail-runner', MODULE);
  await waitForOptions(page);
  await page.getByRole('option', { name: '42', exact: true }).click();
  await widget.button.click();
  expect(await widget.offers()).toEqual(['Red / 42', 'Blue / 42']);
});

for (const { api, path, body } of [
  {
    api: 'relay',
    path: '/back-in-stock/subscribe/',
    body: 'a=DEMO01&email=sam%2Bshoes%40mail.example.com&variant=2045&platform=magento_two&store=1',
  },
  {
    api: 'client',
    path: '/client/back-in-stock-subscriptions',
    body: expect.stringContaining('"$magento_two:::$default:::2045"'),
  },
]) {
  test(
    `${api}: subscribes where the module says`,
    atLengthUnless(api === 'relay'),
    async ({ page, widget, shop }) => {
      await openPage(page, shop, '/shop/camp-lantern', { ...MODULE, options: { api } });
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      const origin = api === 'relay' ? shop.origin : shop.sandbox.origin;
      expect(shop.sandbox.requests.filter(({ method }) => method === 'POST')).toEqual([
        expect.objectContaining({ path, body, url: expect.stringContaining(`${origin}${path}`) }),
      ]);
      expect(shop.sandbox.events).toMatchObject([{ email: EMAIL, variant: '2045' }]);
    },
  );
}

test('the merchant’s texts are shown as they were typed, whatever is in them', async ({
  page,
  widget,
  shop,
}) => {
  const texts = {
    headline: '</script><b>“Größe” & 42/43 €</b>',
    body: '',
    consent: 'Ja, [so](/privacy) – 😀',
  };
  await openPage(page, shop, '/shop/camp-lantern', { ...MODULE, options: { texts } });
  await widget.button.click();
  await expect(widget.dialog.getByRole('heading')).toHaveText(texts.headline);
  await expect(widget.dialog.getByRole('checkbox', { name: 'Ja, so – 😀' })).toBeVisible();
  await expect(widget.dialog.getByText(DEFAULT_TEXTS.body)).toHaveCount(0);
});

const LISTS = [
  { path: '/category/all', tiles: 7 },
  { path: '/catalogsearch/result/', tiles: 1 },
];

for (const { path, tiles } of LISTS) {
  const list = { way: 'module', q: path.includes('search') ? 'camp' : '' };

  test(
    `${path}: with buttons for tiles every sold-out one has its own`,
    atLengthUnless(path === '/category/all'),
    async ({ page, widget, shop }) => {
      await openPage(page, shop, path, { ...list, options: { listing: true } });
      await expect(widget.button).toHaveCount(tiles);
      await expect(page.locator('script[data-back-in-stock-product]')).toHaveCount(0);
      const lantern = page.locator('.product-item').filter({ hasText: 'Camp Lantern' });
      await lantern.getByRole('button', { name: DEFAULT_TEXTS.trigger }).click();
      await widget.email.fill(EMAIL);
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: '2045', store: '1' }]);
    },
  );

  test(`${path}: without them a list loads nothing of ours`, AT_LENGTH, async ({ page, shop }) => {
    const scripts = recordScripts(page);
    await openPage(page, shop, path, list);
    await expect(page.getByText('Out of stock')).toHaveCount(tiles);
    await page.waitForLoadState();
    expect(scripts.filter((script) => script.includes('back-in-stock'))).toEqual([]);
    expect(await page.evaluate(() => 'BackInStock' in window)).toBe(false);
  });
}
