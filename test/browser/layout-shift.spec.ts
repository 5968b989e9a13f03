import type { Locator } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { triggerOf } from './form-file.ts';
import { KINDS } from './kinds.ts';
import {
  holdScript,
  keepPlace,
  openWithoutScript,
  recordShifts,
  takeShifts,
} from './layout-shifts.ts';
import { waitForOptions } from './readiness.ts';
import { HYVA, LUMA } from './swatch-themes.ts';

// The widget moves nothing that a shopper already sees, however late its script comes.

/** As the module prints it, where the shop hides what is sold out. */
const MODULE = { way: 'module', stock: 'hidden' };
const BY_MODULE = new URLSearchParams({ ...MODULE, delay: '50' });
const BY_SCRIPT_TAG = new URLSearchParams({ way: 'script', stock: 'shown', delay: '50' });

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/** The file without which the widget does not start. */
const SCRIPT = /back-in-stock\.min\.js/;

/** The place that the module keeps free, and what comes below it. */
const PLACE = '.back-in-stock-place';
const BELOW = '.product-social-links, .add-to-row';

/** Waits until the theme has drawn the page, and shows the place of the button in the middle of the window. */
async function settle(page: Page, place = PLACE): Promise<void> {
  await waitForOptions(page);
  await page.locator(place).evaluate((element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
}

const topOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element.getBoundingClientRect().top + scrollY);

for (const theme of ['shop', 'hyva', 'hyva-csp']) {
  for (const size of [DESKTOP, PHONE]) {
    for (const { kind, page: name } of KINDS) {
      test(
        `${theme}, ${size.width} pixels, ${kind}: nothing moves when the script comes late`,
        atLengthUnless(kind === 'swatch' && theme === 'hyva' && size === PHONE),
        async ({ page, shop }) => {
          await page.setViewportSize(size);
          await recordShifts(page);
          const release = await holdScript(page);
          await openWithoutScript(page, shop.origin, `/${theme}/${name}?${BY_MODULE}`);
          await settle(page);
          await expect(page.locator('.back-in-stock-space')).toHaveCSS('visibility', 'hidden');
          await takeShifts(page);
          release();
          await expect(triggerOf(page)).toBeInViewport();
          expect(await takeShifts(page)).toEqual([]);
          await expect(page.locator('.back-in-stock-space')).toHaveCSS('display', 'none');
        },
      );
    }
  }

  test(
    `${theme}: without the placeholder the same page moves`,
    AT_LENGTH,
    async ({ page, shop }) => {
      await page.setViewportSize(PHONE);
      await recordShifts(page);
      const release = await holdScript(page);
      await openWithoutScript(page, shop.origin, `/${theme}/trail-runner?${BY_SCRIPT_TAG}`);
      await settle(page, '#product-addtocart-button');
      await takeShifts(page);
      release();
      await expect(triggerOf(page)).toBeInViewport();
      expect(await takeShifts(page)).not.toEqual([]);
    },
  );
}

/** Waits for what Luma's own scripts add to tiles, which moves what is below: a button for each, and swatches. */
async function waitForLumasTiles(page: Page, tile: Locator): Promise<void> {
  await expect(tile.locator('.quick-view-action')).toBeAttached();
  await expect(page.locator('[data-role^=swatch-option-][data-rendered]').first()).toBeAttached();
}

const LISTS = [
  { list: 'a grid of Luma', path: '/category/all', mode: {} },
  { list: 'a list of Luma', path: '/category/all', mode: { product_list_mode: 'list' } },
  { list: 'related products of Hyvä', path: '/hyva/crew-tee', mode: {} },
];

for (const { list, path, mode } of LISTS) {
  for (const size of [DESKTOP, PHONE]) {
    test(
      `${list}, ${size.width} pixels: nothing moves when the buttons of tiles come late`,
      atLengthUnless(list === 'a grid of Luma' && size === PHONE),
      async ({ page, shop }) => {
        await page.setViewportSize(size);
        await recordShifts(page);
        const release = await holdScript(page);
        const options = JSON.stringify({ listing: true });
        const query = new URLSearchParams({
          ...MODULE,
          stock: 'shown',
          delay: '50',
          options,
          ...mode,
        });
        await openWithoutScript(page, shop.origin, `${path}?${query}`);
        const tile = page.locator('.product-item:has(.stock.unavailable)').first();
        await settle(page, '.product-item:has(.stock.unavailable) >> nth=0');
        await expect(tile.locator('img')).toHaveJSProperty('complete', true);
        if (path.startsWith('/category/')) await waitForLumasTiles(page, tile);
        await takeShifts(page);
        release();
        await expect(tile.locator('.back-in-stock button')).toBeInViewport();
        expect(await takeShifts(page)).toEqual([]);
      },
    );
  }
}

for (const theme of [LUMA, HYVA]) {
  for (const size of [DESKTOP, PHONE]) {
    test(
      `${theme.name}, ${size.width} pixels: from the first byte, the page moves as much as it does without the script`,
      AT_LENGTH,
      async ({ page, openPage, complaints }) => {
        await page.setViewportSize(size);
        await recordShifts(page);
        // Luma moves what is below its swatches, when it draws them.
        const sums: number[] = [];
        for (const isLoaded of [false, true]) {
          if (!isLoaded) await page.route(SCRIPT, (route) => route.abort());
          await openPage(theme.path, MODULE);
          await theme.whenDrawn(page);
          await expect(triggerOf(page)).toHaveCount(isLoaded ? 1 : 0);
          const shifts = await takeShifts(page);
          sums.push(shifts.reduce((sum, { value }) => sum + value, 0));
          if (!isLoaded) await page.unroute(SCRIPT);
        }
        complaints.splice(0, 1);
        expect(sums[0]).toBeCloseTo(sums[1] ?? 0, 4);
      },
    );
  }

  test(
    `${theme.name}: what is in stock and is chosen leaves the place free`,
    AT_LENGTH,
    async ({ page, openPage }) => {
      await page.setViewportSize(PHONE);
      await openPage(theme.path, MODULE);
      await settle(page);
      await theme.whenDrawn(page);
      await expect(triggerOf(page)).toBeVisible();
      const before = await topOf(page, BELOW);
      await theme.choose(page, 'Red');
      await theme.choose(page, '41');
      await expect(triggerOf(page)).toHaveCount(0);
      expect(await topOf(page, BELOW)).toBe(before);
    },
  );
}

test('a theme without the module that prints what the documents say moves nothing', async ({
  page,
  shop,
}) => {
  await page.setViewportSize(PHONE);
  await recordShifts(page);
  const release = await holdScript(page, keepPlace);
  await openWithoutScript(page, shop.origin, `/shop/camp-lantern?${BY_SCRIPT_TAG}`);
  await settle(page);
  await takeShifts(page);
  release();
  await expect(triggerOf(page)).toBeInViewport();
  await expect(page.locator(PLACE).getByRole('button')).toHaveCount(1);
  expect(await takeShifts(page)).toEqual([]);
});

test('the hint becomes the button in its place, and only what is below moves, by the difference', async ({
  page,
  openPage,
}) => {
  await page.setViewportSize(PHONE);
  await recordShifts(page);
  // Magento lets shoppers choose this sold-out variant only where the shop shows it.
  await openPage(LUMA.path, { ...MODULE, stock: 'shown' });
  await settle(page);
  await LUMA.whenDrawn(page);
  await expect(triggerOf(page)).toBeVisible();
  const before = { place: await topOf(page, PLACE), below: await topOf(page, BELOW) };
  await takeShifts(page);
  await LUMA.choose(page, 'Red');
  await LUMA.choose(page, '42');
  await expect(triggerOf(page)).toHaveText(DEFAULT_TEXTS.trigger);
  const shifts = await takeShifts(page);
  expect(shifts.filter(({ hadRecentInput }) => !hadRecentInput)).toEqual([]);
  expect(await topOf(page, PLACE)).toBe(before.place);
  const difference = (await topOf(page, BELOW)) - before.below;
  expect(difference).toBeGreaterThan(0);
  expect(difference).toBeLessThan(40);
});

test('where the script does not load, the place is empty, for the keyboard and screen readers too', async ({
  page,
  openPage,
  complaints,
}) => {
  await page.route(SCRIPT, (route) => route.abort());
  await openPage('/shop/camp-lantern', MODULE);
  const place = page.locator(PLACE);
  await expect(place.getByRole('button', { includeHidden: true })).toHaveCount(1);
  await expect(place.getByRole('button')).toHaveCount(0);
  expect(await place.ariaSnapshot()).toBe('');
  await place.getByRole('button', { includeHidden: true }).evaluate((button) => {
    (button as HTMLElement).focus();
  });
  await expect(place.getByRole('button', { includeHidden: true })).not.toBeFocused();
  complaints.splice(0);
});

test(
  'a page with nothing sold out has no placeholder, and no stylesheet of ours',
  AT_LENGTH,
  async ({ page, openPage }) => {
    await openPage('/shop/crew-tee', { ...MODULE, script: 'every' });
    await expect(page.locator(PLACE)).toHaveCount(0);
    await expect(page.locator('link[href*=BackInStock]')).toHaveCount(0);
  },
);

test('the script ends, and the place is free again', AT_LENGTH, async ({ page, openPage }) => {
  await openPage('/hyva/trail-runner', MODULE);
  await settle(page);
  await expect(triggerOf(page)).toBeVisible();
  const before = await topOf(page, BELOW);
  await page.evaluate(() => {
    const { BackInStock } = window as unknown as {
      BackInStock: { init(): { destroy(): void } };
    };
    BackInStock.init().destroy();
  });
  await expect(page.locator('.back-in-stock-space')).toHaveCSS('visibility', 'hidden');
  expect(await topOf(page, BELOW)).toBe(before);
});
