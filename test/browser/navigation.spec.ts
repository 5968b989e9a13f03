import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openPage } from './open-page.ts';
import { waitForOptions } from './readiness.ts';
import { readEvents, recordEvents } from './shop-window.ts';
import type { Widget } from './widget.ts';

/** What each page offers; nothing where all is in stock. */
const PAGES = {
  'camp-lantern': { name: 'Camp Lantern', offers: 1 },
  'trail-runner': { name: 'Trail Runner 2', offers: 5 },
  'harbour-jacket': { name: 'Harbour Jacket', offers: 4 },
  'storm-shell': { name: 'Storm Shell', offers: 6 },
  'enamel-mug': { name: 'Enamel Mug', offers: 0 },
} as const;

type PageName = keyof typeof PAGES;

/** Waits until the page shows this product, and its options. */
async function expectPage(page: Page, to: PageName): Promise<void> {
  await page.waitForURL(new RegExp(`/pwa/${to}`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(PAGES[to].name);
  await waitForOptions(page);
}

/** Follows a link of the shop to a product; where there is none, one is put in, as a theme has many. */
async function follow(page: Page, to: PageName): Promise<void> {
  await page.evaluate((name) => {
    const link = document.createElement('a');
    link.href = `/shop/${name}`;
    document.body.append(link);
    link.click();
    link.remove();
  }, to);
  await expectPage(page, to);
}

/** Asserts that the page offers what its product has, in the one button that it has. */
async function expectOffered(page: Page, widget: Widget, on: PageName): Promise<void> {
  const { name, offers } = PAGES[on];
  await expect(page.locator('.back-in-stock')).toHaveCount(offers ? 1 : 0);
  if (!offers) return;
  await widget.button.click();
  await expect(widget.dialog).toHaveAccessibleName(name);
  if (offers > 1) expect(await widget.offers()).toHaveLength(offers);
  else await expect(widget.variant).toHaveCount(0);
  await widget.close.click();
  await expect(widget.dialog).toHaveCount(0);
}

const ROUTE: readonly PageName[] = [
  'trail-runner',
  'enamel-mug',
  'storm-shell',
  'harbour-jacket',
  'camp-lantern',
];

for (const way of ['script', 'requirejs', 'esm']) {
  test(
    `${way}: the button fits each page, forward and back`,
    atLengthUnless(way === 'esm'),
    async ({ page, shop, widget }) => {
      await openPage(page, shop, '/pwa/camp-lantern', { way });
      await expectOffered(page, widget, 'camp-lantern');
      for (const name of ROUTE) {
        await follow(page, name);
        await expectOffered(page, widget, name);
      }
      for (const name of ROUTE.toReversed().slice(1)) {
        await page.goBack();
        await expectPage(page, name);
        await expectOffered(page, widget, name);
      }
      await page.goForward();
      await expectPage(page, 'enamel-mug');
      await expectOffered(page, widget, 'enamel-mug');
    },
  );
}

test(
  'a page without anything to offer does not keep the widget from the next',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await openPage(page, shop, '/pwa/enamel-mug');
    await follow(page, 'trail-runner');
    await page.getByRole('option', { name: 'Red', exact: true }).click();
    await widget.button.click();
    await expect(widget.chosen).toHaveText(['Red', '42']);
  },
);

test(
  'a choice on one page is forgotten on the next and on return',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await openPage(page, shop, '/pwa/trail-runner');
    await waitForOptions(page);
    await page.getByRole('option', { name: 'Red', exact: true }).click();
    await page.getByRole('option', { name: '41', exact: true }).click();
    await expect(widget.button).toHaveCount(0);
    await follow(page, 'camp-lantern');
    await expectOffered(page, widget, 'camp-lantern');
    await page.goBack();
    await expectPage(page, 'trail-runner');
    await expectOffered(page, widget, 'trail-runner');
  },
);

test(
  'a reload of the area keeps the button, once, and what it offers',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await openPage(page, shop, '/pwa/trail-runner');
    for (let time = 0; time < 3; time += 1) {
      await waitForOptions(page);
      const old = await page.locator('.product-info-main').elementHandle();
      await page.getByRole('button', { name: 'Reload this area' }).click();
      await expect.poll(() => old?.evaluate((area) => area.isConnected)).toBe(false);
      await waitForOptions(page);
      await expectOffered(page, widget, 'trail-runner');
    }
    await page.getByRole('option', { name: 'Blue, sold out, notify me' }).click();
    expect(await widget.offers()).toHaveLength(4);
  },
);

test('navigation behind an open modal: it goes on with its product, and then the page is right', async ({
  page,
  shop,
  widget,
}) => {
  await openPage(page, shop, '/pwa/trail-runner');
  await waitForOptions(page);
  await widget.button.click();
  await widget.variant.selectOption('Blue / 41');
  await widget.email.fill('sam@example.com');
  await follow(page, 'camp-lantern');
  await expect(page.locator('.back-in-stock')).toHaveCount(1);
  await expect(widget.dialog).toHaveAccessibleName('Trail Runner 2');
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2010']);
  await page.keyboard.press('Escape');
  await expect(widget.dialog).toHaveCount(0);
  await expect(widget.button).toBeFocused();
  await expect(page.locator('html')).not.toHaveCSS('overflow', 'hidden');
  await expectOffered(page, widget, 'camp-lantern');
});

test(
  'navigation to a page that offers nothing, behind an open modal',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await openPage(page, shop, '/pwa/camp-lantern');
    await widget.button.click();
    await widget.email.fill('sam@example.com');
    await follow(page, 'enamel-mug');
    await expect(page.locator('.back-in-stock')).toHaveCount(0);
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2045']);
    await page.keyboard.press('Escape');
    await expect(widget.dialog).toHaveCount(0);
    await page.goBack();
    await expectPage(page, 'camp-lantern');
    await expectOffered(page, widget, 'camp-lantern');
  },
);

test(
  '"shown" is announced once for each page that has a button, with its product',
  AT_LENGTH,
  async ({ page, shop }) => {
    await recordEvents(page);
    await openPage(page, shop, '/pwa/camp-lantern');
    const readShown = async () =>
      (await readEvents(page))
        .filter(({ name }) => name === 'shown')
        .map(({ detail }) => detail.product.name);
    const expected: string[] = ['Camp Lantern'];
    await expect.poll(readShown).toEqual(expected);
    for (const name of ROUTE) {
      await follow(page, name);
      if (PAGES[name].offers) expected.push(PAGES[name].name);
      await expect.poll(readShown).toEqual(expected);
    }
    await page.goBack();
    await expectPage(page, 'harbour-jacket');
    await expect.poll(readShown).toEqual([...expected, 'Harbour Jacket']);
  },
);

test(
  'GraphQL is asked once for a product that is opened twice',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    let questions = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) questions += 1;
    });
    await openPage(page, shop, '/pwa/storm-shell');
    await expectOffered(page, widget, 'storm-shell');
    await follow(page, 'camp-lantern');
    await expectOffered(page, widget, 'camp-lantern');
    await page.goBack();
    await expectPage(page, 'storm-shell');
    await expectOffered(page, widget, 'storm-shell');
    expect(questions).toBe(1);
  },
);

test("the module's data follows the page", AT_LENGTH, async ({ page, shop, widget }) => {
  await openPage(page, shop, '/pwa/camp-lantern', { data: 'tag', stock: 'hidden' });
  for (const name of ['storm-shell', 'trail-runner', 'harbour-jacket'] as const) {
    await follow(page, name);
    await expectOffered(page, widget, name);
  }
});
