import type { Locator } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openPage } from './open-page.ts';

const LISTING = { options: { listing: true } };

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not drawn.');
  return box;
}

const bottom = ({ y, height }: Box) => y + height;

/** Whether the button itself is what a shopper would press in its middle. */
const isPressable = (button: Locator) =>
  button.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === element;
  });

const buttonIn = (area: Locator): Locator =>
  area.getByRole('button', { name: DEFAULT_TEXTS.trigger });

for (const theme of ['hyva', 'hyva-csp']) {
  for (const size of [DESKTOP, PHONE]) {
    for (const name of ['camp-lantern', 'storm-shell']) {
      test(
        `${theme}, ${size.width} pixels, ${name}: the button has a line of its own below the price, and the label stays`,
        atLengthUnless(theme === 'hyva' && size === PHONE && name === 'storm-shell'),
        async ({ page, openPage, widget }) => {
          await page.setViewportSize(size);
          const label = page.locator('.product-view .stock.unavailable');
          const row = page.locator('.buy-row');
          await openPage(`/${theme}/${name}`, { way: 'none' });
          const [labelBefore, rowBefore] = [await boxOf(label), await boxOf(row)];
          await openPage(`/${theme}/${name}`);
          await expect(widget.button).toBeVisible();
          expect(await boxOf(label)).toEqual(labelBefore);
          expect(await boxOf(row)).toEqual(rowBefore);

          const line = await boxOf(page.locator('.back-in-stock'));
          const column = await boxOf(page.locator('.product-view .product-info'));
          expect([line.x, line.width]).toEqual([column.x, column.width]);
          expect(line.y).toBeGreaterThanOrEqual(bottom(rowBefore));
          const next = await boxOf(page.locator('.add-to-row'));
          expect(next.y).toBeGreaterThanOrEqual(bottom(line));
          expect(bottom(column)).toBeGreaterThanOrEqual(bottom(next));
        },
      );
    }

    test(
      `${theme}, ${size.width} pixels, tiles: the button has a line of its own below the label, and the label stays`,
      AT_LENGTH,
      async ({ page, shop }) => {
        await page.setViewportSize(size);
        const tile = page.locator('.product-item').filter({ hasText: 'Storm Shell' });
        const label = tile.locator('.stock.unavailable');
        await openPage(page, shop, `/${theme}/crew-tee`, { way: 'none' });
        await label.scrollIntoViewIfNeeded();
        const before = await boxOf(label);
        await openPage(page, shop, `/${theme}/crew-tee`, LISTING);
        await expect(buttonIn(tile)).toBeVisible();
        const after = await boxOf(label);
        expect([after.x, after.width, after.height]).toEqual([
          before.x,
          before.width,
          before.height,
        ]);
        const line = await boxOf(tile.locator('.back-in-stock'));
        const box = await boxOf(tile);
        expect(line.y).toBeGreaterThanOrEqual(
          bottom(await boxOf(tile.locator('.product-tile-actions'))),
        );
        expect(bottom(line)).toBeLessThanOrEqual(bottom(box));
        expect(line.x).toBeGreaterThanOrEqual(box.x);
        expect(line.x + line.width).toBeLessThanOrEqual(box.x + box.width);
      },
    );
  }
}

/** Ways in which themes nest the label of a product that has no form and no price. */
const NESTED = [
  [
    'in a row of three',
    '<div style="display:flex;gap:9px"><b>Stock</b><div>LABEL</div><a href="#">Why?</a></div>',
  ],
  [
    'in a grid',
    '<div style="display:grid;grid-template-columns:1fr 1fr"><b>Stock</b><div>LABEL</div></div>',
  ],
  [
    'floated',
    '<div style="display:flow-root"><div style="float:right;text-align:right">LABEL</div></div>',
  ],
  [
    'within a text',
    '<div>It is <span style="display:inline-block;text-align:right">LABEL</span> now.</div>',
  ],
  [
    'in a box as wide as it',
    '<div style="width:fit-content;text-align:right"><div>LABEL</div></div>',
  ],
  [
    'at the end of a row with the name',
    '<div style="display:flex;align-items:center"><h2 style="flex:1">Lantern</h2><div><div>LABEL</div></div></div>',
  ],
] as const;

for (const size of [DESKTOP, PHONE]) {
  for (const [kind, nested] of NESTED) {
    test(
      `${size.width} pixels, a label ${kind}: it stays, and the button is below all of it, in the column`,
      atLengthUnless(size === PHONE && kind === 'in a grid'),
      async ({ page, openPage, widget }) => {
        await page.setViewportSize(size);
        await page.route('**/hyva/camp-lantern?*', async (route) => {
          const response = await route.fetch();
          const html = await response.text();
          const [, label = ''] =
            /<div class="text-right">(<p class="[^>]*stock".*?<\/p>)<\/div>/s.exec(html) ?? [];
          const body = html
            .replace(
              /<div class="stock-row">.*?<\/div><\/div>/s,
              `<div id="nested">${nested.replace('LABEL', label)}</div>`,
            )
            .replace(
              /<div class="buy-row">.*?<div class="add-to-row">/s,
              '<div class="add-to-row">',
            );
          await route.fulfill({ response, body });
        });
        const label = page.locator('.product-view .stock.unavailable');
        await openPage('/hyva/camp-lantern', { way: 'none' });
        const before = await boxOf(label);
        await openPage('/hyva/camp-lantern');
        await expect(widget.button).toBeVisible();
        expect(await boxOf(label)).toEqual(before);
        const line = await boxOf(page.locator('.back-in-stock'));
        const column = await boxOf(page.locator('.product-view .product-info'));
        expect(line.y).toBeGreaterThanOrEqual(
          bottom(await boxOf(page.locator('#nested > *').first())) - 1,
        );
        expect([line.x, line.width]).toEqual([column.x, column.width]);
        expect(bottom(column)).toBeGreaterThan(bottom(line));
      },
    );
  }
}

const tiles = (page: Page) => page.locator('.product-item');

/** Where all tiles of a list are, and how large. */
const measure = (page: Page) =>
  tiles(page).evaluateAll((all) =>
    all.map((tile) => {
      const { x, y, width, height } = tile.getBoundingClientRect();
      return [x, y + scrollY, width, height];
    }),
  );

test(
  "Luma's grid on a desktop: every button is there without the pointer, and stays where it is with it",
  AT_LENGTH,
  async ({ page, shop }) => {
    await page.setViewportSize(DESKTOP);
    await openPage(page, shop, '/category/all', LISTING);
    const buttons = page.locator('.product-item .back-in-stock button');
    await expect(buttons).toHaveCount(7);
    // So that the theme hides what it hides.
    await page.mouse.move(0, 0);
    await expect(page.locator('.product-item-inner').first()).toHaveCSS('height', '1px');
    const before = await measure(page);
    for (const button of await buttons.all()) {
      await button.scrollIntoViewIfNeeded();
      expect(await isPressable(button)).toBe(true);
    }
    const tile = tiles(page).filter({ hasText: 'Camp Lantern' });
    const button = buttonIn(tile);
    await button.scrollIntoViewIfNeeded();
    const rest = await boxOf(button);
    await button.hover();
    await expect(tile.locator('.stock.unavailable')).toBeInViewport();
    expect(await boxOf(button)).toEqual(rest);
    expect(await isPressable(button)).toBe(true);
    expect(await measure(page)).toEqual(before);
  },
);

test("Luma's grid on a desktop: the keyboard comes to the button, which can be seen", async ({
  page,
  shop,
  widget,
}) => {
  await page.setViewportSize(DESKTOP);
  await openPage(page, shop, '/category/all', LISTING);
  const tile = tiles(page).filter({ hasText: 'Camp Lantern' });
  const button = buttonIn(tile);
  await expect(button).toBeVisible();
  await page.mouse.move(0, 0);
  await tile.locator('.product-item-link').focus();
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  expect(await isPressable(button)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(widget.dialog).toHaveAccessibleName('Camp Lantern');
});

for (const [kind, size, parameters] of [
  ['a grid on a phone', PHONE, {}],
  ['a list on a desktop', DESKTOP, { product_list_mode: 'list' }],
  ['a list on a phone', PHONE, { product_list_mode: 'list' }],
] as const) {
  test(
    `Luma, ${kind}: every button can be seen and pressed, in its tile`,
    atLengthUnless(kind === 'a grid on a phone'),
    async ({ page, shop }) => {
      await page.setViewportSize(size);
      await openPage(page, shop, '/category/all', { ...LISTING, ...parameters });
      const buttons = page.locator('.product-item .back-in-stock button');
      await expect(buttons).toHaveCount(7);
      for (const button of await buttons.all()) {
        await button.scrollIntoViewIfNeeded();
        expect(await isPressable(button)).toBe(true);
        const inner = await boxOf(button);
        const outer = await boxOf(button.locator('xpath=ancestor::li'));
        expect(inner.x).toBeGreaterThanOrEqual(outer.x);
        expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
        expect(bottom(inner)).toBeLessThanOrEqual(bottom(outer));
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    },
  );
}

for (const theme of ['hyva', 'hyva-csp']) {
  test(
    `${theme}: Add to Cart and the quantity are hidden while a sold-out variant is chosen, and come back as they were`,
    AT_LENGTH,
    async ({ page, openPage, widget }) => {
      const options = JSON.stringify({ trigger: { hideAddToCart: true } });
      await openPage(`/${theme}/trail-runner`, { options });
      await expect(widget.button).toBeVisible();
      const controls = page.locator('.buy-controls');
      const quantity = page.getByRole('spinbutton', { name: 'Quantity' });
      await expect(quantity).toBeVisible();
      const before = await controls.innerHTML();
      const size = await boxOf(controls);
      const select = (id?: string) =>
        page.evaluate((variantId) => {
          const { BackInStock } = window as unknown as {
            BackInStock: { init(): { select(id?: string): void } };
          };
          BackInStock.init().select(variantId);
        }, id);
      await select('2003');
      await expect(page.locator('#product-addtocart-button')).toBeHidden();
      await expect(quantity).toBeHidden();
      await expect(controls.getByText('Quantity')).toBeHidden();
      await expect(page.locator('.buy-row .price')).toBeVisible();
      await select();
      await expect(quantity).toBeVisible();
      expect(await controls.innerHTML()).toBe(before);
      expect(await boxOf(controls)).toEqual(size);
    },
  );
}
