import type { Locator } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, takeComplaints, test } from './fixtures.ts';
import { openPage } from './open-page.ts';
import { createWidget, TRIGGER_NAME } from './widget.ts';

const EMAIL = 'sam@example.com';

/** What a quick view of each product is to offer. */
const PRODUCTS = {
  simple: { name: 'Camp Lantern', offers: [], variant: '2045' },
  swatches: {
    name: 'Trail Runner 2',
    offers: ['Red / 42', 'Blue / 40', 'Blue / 41', 'Blue / 42', 'Blue / 43'],
    variant: '2003',
  },
  dropdowns: {
    name: 'Harbour Jacket',
    offers: ['Cotton / Regular', 'Wool / Slim', 'Linen / Slim', 'Linen / Regular'],
    variant: '2015',
  },
  mixed: { name: 'Everyday Hoodie', offers: ['Red / Wool', 'Green / Cotton'], variant: '2024' },
  allSoldOut: {
    name: 'Storm Shell',
    offers: ['Green / S', 'Green / M', 'Green / L', 'Blue / S', 'Blue / M', 'Blue / L'],
    variant: '2037',
  },
  grouped: { name: 'Campsite Set', offers: ['Camp Lantern', 'Field Kettle'], variant: '2045' },
  bundle: { name: 'Weekend Bundle', offers: [], variant: '2051' },
} as const;

/** What a modal is expected to be about. */
interface Offered {
  readonly name: string;
  readonly offers: readonly string[];
}

/** The modal of the widget: a quick view is a dialog too. */
const modalOf = (page: Page) => createWidget(page.locator('back-in-stock-modal'));

const buttonIn = (area: Locator) => area.getByRole('button', { name: TRIGGER_NAME });

/** The button of the page's own product. */
const ownButton = (page: Page) => buttonIn(page.locator('#maincontent .product-info-main'));

async function openQuickView(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `Quick view: ${name}`, exact: true }).click();
  const quickView = page.getByRole('dialog', { name: `Quick view: ${name}`, exact: true });
  await expect(quickView.getByRole('heading', { level: 1, name })).toBeVisible();
  // Its options are drawn by Magento's widgets, where it has any.
  const places = quickView.locator('[data-role=swatch-options], select.super-attribute-select');
  if (await places.count()) {
    const drawn = quickView.locator('[data-rendered=true], option:nth-child(2)');
    await expect(drawn.first()).toBeAttached();
  }
  return quickView;
}

async function closeQuickView(quickView: Locator): Promise<void> {
  await quickView.locator('.action-close').click();
  await expect(quickView).toHaveCount(0);
}

/** Presses a button, also one behind a quick view, and asserts that exactly this is offered; closes again. */
async function expectOffered(page: Page, button: Locator, { name, offers }: Offered) {
  const modal = modalOf(page);
  await button.evaluate((element: HTMLElement) => element.click());
  await expect(modal.dialog).toHaveAccessibleName(name);
  if (offers.length > 1) expect(await modal.offers()).toEqual(offers);
  else await expect(modal.variant).toHaveCount(0);
  const [only] = offers.length === 1 ? offers : [];
  if (only) await expect(modal.dialog.getByText(only, { exact: true })).toBeVisible();
  await modal.close.click();
  await expect(modal.dialog).toHaveCount(0);
}

for (const [kind, way] of [
  ['simple', 'script'],
  ['swatches', 'requirejs'],
  ['dropdowns', 'script'],
  ['mixed', 'esm'],
  ['allSoldOut', 'esm'],
  ['grouped', 'script'],
  ['bundle', 'requirejs'],
] as const) {
  test(
    `category, ${way}, ${kind}: the quick view subscribes to its product, and leaves nothing`,
    atLengthUnless(kind === 'allSoldOut'),
    async ({ page, shop }) => {
      const { name, offers, variant } = PRODUCTS[kind];
      const modal = modalOf(page);
      await openPage(page, shop, '/category/all', { way });
      const quickView = await openQuickView(page, name);
      await expect(buttonIn(quickView)).toHaveCount(1);
      await buttonIn(quickView).click();
      await expect(modal.dialog).toHaveAccessibleName(name);
      if (offers.length) {
        expect(await modal.offers()).toEqual(offers);
        await modal.variant.selectOption(offers[0] ?? '');
      }
      await modal.email.fill(EMAIL);
      await modal.submit.click();
      await expect(modal.status).toHaveText(DEFAULT_TEXTS.success);
      expect(shop.sandbox.requests.map(({ body }) => body)).toEqual([
        `a=DEMO01&email=sam%40example.com&variant=${variant}&platform=magento_two&store=1`,
      ]);
      await modal.submit.click();
      await expect(buttonIn(quickView)).toBeFocused();
      await closeQuickView(quickView);
      await expect(page.locator('.back-in-stock')).toHaveCount(0);
    },
  );
}

test(
  'a product in stock: nothing is offered, and nobody is asked',
  AT_LENGTH,
  async ({ page, shop }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await openPage(page, shop, '/category/all', { way: 'script' });
    for (const name of ['Crew Tee', 'Enamel Mug']) {
      const quickView = await openQuickView(page, name);
      const opened = await page.evaluate(() =>
        (
          window as unknown as { BackInStock: { init(): { open(): Promise<boolean> } } }
        ).BackInStock.init().open(),
      );
      expect(opened).toBe(false);
      await expect(page.locator('.back-in-stock')).toHaveCount(0);
      await closeQuickView(quickView);
    }
    expect(asked).not.toContain('/graphql');
  },
);

for (const { path, own, shown, apply } of [
  { path: 'trail-runner', own: 'swatches', shown: 'simple' },
  { path: 'trail-runner', own: 'swatches', shown: 'allSoldOut' },
  { path: 'trail-runner', own: 'swatches', shown: 'dropdowns' },
  { path: 'trail-runner', own: 'swatches', shown: 'mixed' },
  { path: 'trail-runner', own: 'swatches', shown: 'mixed', apply: 'page' },
  { path: 'harbour-jacket', own: 'dropdowns', shown: 'swatches' },
  { path: 'everyday-hoodie', own: 'mixed', shown: 'swatches', apply: 'page' },
  { path: 'camp-lantern', own: 'simple', shown: 'swatches' },
  { path: 'camp-lantern', own: 'simple', shown: 'dropdowns', apply: 'page' },
  { path: 'storm-shell', own: 'allSoldOut', shown: 'swatches' },
  { path: 'campsite-set', own: 'grouped', shown: 'dropdowns' },
] as const) {
  const trap = apply ? ', with a loader that starts everything on the page' : '';
  test(
    `${own} and a quick view of ${shown}${trap}: each has its own button`,
    atLengthUnless(shown === 'allSoldOut'),
    async ({ page, shop }) => {
      await openPage(page, shop, `/quick-view/${path}`, apply ? { apply } : {});
      await expect(ownButton(page)).toBeVisible();
      const button = await ownButton(page).elementHandle();
      const quickView = await openQuickView(page, PRODUCTS[shown].name);
      await expect(buttonIn(quickView)).toHaveCount(1);
      await expect(page.locator('.back-in-stock')).toHaveCount(2);
      await expectOffered(page, buttonIn(quickView), PRODUCTS[shown]);
      await expectOffered(page, ownButton(page), PRODUCTS[own]);

      await closeQuickView(quickView);
      await expect(page.locator('.back-in-stock')).toHaveCount(1);
      await expectOffered(page, ownButton(page), PRODUCTS[own]);
      // It is the same button all the time.
      expect(await button?.evaluate((element) => element.isConnected)).toBe(true);
    },
  );
}

test('a choice in one of them narrows only its own offer', async ({ page, shop }) => {
  await openPage(page, shop, '/quick-view/trail-runner');
  await page.getByRole('option', { name: '42', exact: true }).click();
  const quickView = await openQuickView(page, 'Everyday Hoodie');
  const own = { name: 'Trail Runner 2', offers: ['Red / 42', 'Blue / 42'] };
  await expectOffered(page, buttonIn(quickView), PRODUCTS.mixed);
  await quickView.getByRole('option', { name: 'Green', exact: true }).click();
  const narrowed = { name: 'Everyday Hoodie', offers: ['Green / Cotton'] };
  await expectOffered(page, buttonIn(quickView), narrowed);
  await expectOffered(page, ownButton(page), own);
  await quickView.locator('.swatch-select').selectOption('Wool');
  await expect(buttonIn(quickView)).toHaveCount(0);
  await expectOffered(page, ownButton(page), own);
  await closeQuickView(quickView);
  await expectOffered(page, ownButton(page), own);
});

test('a sold-out swatch of a quick view offers its own product, whatever the page sells', async ({
  page,
  shop,
}) => {
  const modal = modalOf(page);
  // Of this product every Blue is sold out too.
  await openPage(page, shop, '/quick-view/storm-shell');
  await expect(ownButton(page)).toBeVisible();
  const quickView = await openQuickView(page, 'Trail Runner 2');
  await quickView.getByRole('option', { name: 'Blue, sold out, notify me' }).click();
  await expect(modal.dialog).toHaveAccessibleName('Trail Runner 2');
  expect(await modal.offers()).toEqual(['Blue / 40', 'Blue / 41', 'Blue / 42', 'Blue / 43']);
});

test(
  'a swatch that a choice in the quick view strikes out offers its own product',
  AT_LENGTH,
  async ({ page, shop }) => {
    const modal = modalOf(page);
    await openPage(page, shop, '/quick-view/trail-runner', { magento: '2.3.5' });
    await expect(page.getByRole('option', { name: 'Blue, sold out, notify me' })).toBeVisible();
    const quickView = await openQuickView(page, 'Everyday Hoodie');
    await quickView.locator('.swatch-select').selectOption('Wool');
    await quickView.getByRole('option', { name: 'Red, sold out, notify me' }).click();
    await expect(modal.dialog).toHaveAccessibleName('Everyday Hoodie');
    await expect(modal.chosen).toHaveText(['Red', 'Wool']);
  },
);

test('Add to Cart is hidden only where a sold-out variant is chosen', async ({ page, shop }) => {
  const options = { trigger: { hideAddToCart: true } };
  await openPage(page, shop, '/quick-view/trail-runner', { options });
  const ownCart = page.locator('#maincontent #product-addtocart-button');
  await page.getByRole('option', { name: 'Red', exact: true }).click();
  await page.getByRole('option', { name: '42', exact: true }).click();
  await expect(ownCart).toBeHidden();
  const quickView = await openQuickView(page, 'Everyday Hoodie');
  const itsCart = quickView.locator('#product-addtocart-button');
  await expect(buttonIn(quickView)).toBeVisible();
  await expect(itsCart).toBeVisible();
  await quickView.getByRole('option', { name: 'Red', exact: true }).click();
  await quickView.locator('.swatch-select').selectOption('Wool');
  await expect(itsCart).toBeHidden();
  await quickView.locator('.swatch-select').selectOption('Linen');
  await expect(itsCart).toBeVisible();
  await expect(ownCart).toBeHidden();
});

test("the merchant's anchor in the quick view gets the quick view's button only", async ({
  page,
  shop,
}) => {
  const options = { trigger: { anchor: '.product-info-price' } };
  await openPage(page, shop, '/quick-view/trail-runner', { options });
  await expect(page.locator('.product-info-price + .back-in-stock')).toHaveCount(1);
  const quickView = await openQuickView(page, 'Camp Lantern');
  await expect(buttonIn(quickView)).toHaveCount(1);
  await expect(page.locator('.back-in-stock')).toHaveCount(2);
  await expectOffered(page, buttonIn(quickView), PRODUCTS.simple);
  await expectOffered(page, ownButton(page), PRODUCTS.swatches);
});

test(
  'a placeholder in the quick view is for the quick view, the one of the page for the page',
  AT_LENGTH,
  async ({ page, shop }) => {
    await page.route('**/quick-view-fragment/**', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        '<div class="quick-view">',
        '<div class="quick-view"><div data-back-in-stock></div>',
      );
      await route.fulfill({ response, body });
    });
    await openPage(page, shop, '/quick-view/trail-runner', { placeholder: '1' });
    const placeholders = page.locator('[data-back-in-stock]');
    await expect(placeholders.locator('.back-in-stock')).toHaveCount(1);
    const quickView = await openQuickView(page, 'Storm Shell');
    await expect(buttonIn(quickView.locator('[data-back-in-stock]'))).toHaveCount(1);
    await expect(page.locator('.back-in-stock')).toHaveCount(2);
    await expectOffered(page, buttonIn(quickView), PRODUCTS.allSoldOut);
    await expectOffered(page, ownButton(page), PRODUCTS.swatches);
  },
);

test(
  'a quick view without a placeholder gets its button in its form, not in that of the page',
  AT_LENGTH,
  async ({ page, shop }) => {
    await openPage(page, shop, '/quick-view/camp-lantern', { placeholder: '1' });
    await expect(ownButton(page)).toHaveCount(1);
    const quickView = await openQuickView(page, 'Trail Runner 2');
    await expect(buttonIn(quickView.locator('#product_addtocart_form'))).toHaveCount(1);
    await expect(ownButton(page)).toHaveCount(1);
    await expectOffered(page, buttonIn(quickView), PRODUCTS.swatches);
  },
);

test(
  'GraphQL that fails: what nothing is known of has no button, never its own id',
  AT_LENGTH,
  async ({ page, shop, complaints }) => {
    await openPage(page, shop, '/quick-view/trail-runner', { graphql: '500' });
    const quickView = await openQuickView(page, 'Storm Shell');
    await takeComplaints(complaints, ['500', 'GraphQL does not know product 2043']);
    await expect(buttonIn(quickView)).toHaveCount(0);
    await expectOffered(page, ownButton(page), PRODUCTS.swatches);
  },
);

test('under a strict policy', async ({ page, shop }) => {
  const asked = { csp: 'strict', way: 'script' };
  await openPage(page, shop, '/quick-view/camp-lantern', asked);
  await expect(ownButton(page)).toBeVisible();
  const quickView = await openQuickView(page, 'Trail Runner 2');
  await expectOffered(page, buttonIn(quickView), PRODUCTS.swatches);
  await expectOffered(page, ownButton(page), PRODUCTS.simple);
});
