import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { changePlace, countReadings, startAsLuma, takeReadings } from './busy-page.ts';
import { countCalls } from './coverage.ts';
import { expect, test } from './fixtures.ts';
import { openByHandle } from './readiness.ts';

const KINDS = [
  { kind: 'simple', path: '/shop/enamel-mug' },
  { kind: 'simple, sold out', path: '/shop/camp-lantern' },
  { kind: 'swatches', path: '/shop/trail-runner' },
  { kind: 'dropdowns', path: '/shop/harbour-jacket' },
  { kind: 'grouped', path: '/shop/campsite-set' },
  { kind: 'bundle', path: '/shop/breakfast-bundle' },
  { kind: 'Hyvä', path: '/hyva/trail-runner' },
  { kind: 'a list', path: '/category/all', listing: false },
  { kind: 'a list with buttons', path: '/category/all', listing: true },
] as const;

/** A look at a change: the observer's callback, and what it asks when the change is in question. */
const CALLS_A_CHANGE = 3;

for (const { kind, path, ...options } of KINDS) {
  test(
    `${kind}: what is not read costs no reading`,
    atLengthUnless(kind === 'swatches'),
    async ({ page, openPage }) => {
      await countReadings(page);
      const takeCalls = await countCalls(page, 'back-in-stock.js');
      await openPage(path, { way: 'script', options: JSON.stringify(options) });
      await openByHandle(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      // What the start has changed is read within this time; from then on there is only what the test changes.
      await expect.poll(() => takeReadings(page), { intervals: [300] }).toBe(0);
      const places = [
        'footer',
        '.product.media, .gallery-placeholder, main',
        // In a list it is in tiles, which matter where they have buttons.
        kind === 'a list with buttons' ? 'header' : '.price-box .price-wrapper',
      ];
      for (const place of places) {
        await takeCalls();
        await changePlace(page, place, 1000);
        expect(await takeReadings(page)).toBe(0);
        const calls = await takeCalls();
        expect(calls).toBeLessThanOrEqual(1000 * CALLS_A_CHANGE);
      }
    },
  );
}

test(
  'a page that changes as Luma does while it starts is read a few times',
  AT_LENGTH,
  async ({ page, openPage }) => {
    await countReadings(page);
    await openPage('/shop/enamel-mug', { way: 'script' });
    await startAsLuma(page);
    expect(await takeReadings(page)).toBeLessThanOrEqual(5);
  },
);

test(
  'a hundred tiles cost nothing where lists have no buttons',
  AT_LENGTH,
  async ({ page, openPage }) => {
    await countReadings(page);
    const takeCalls = await countCalls(page, 'back-in-stock.js');
    await openPage('/category/all', { way: 'script', tiles: '100' });
    await expect(page.locator('[data-rendered=true]').first()).toBeAttached();
    await expect.poll(() => takeReadings(page), { intervals: [300] }).toBe(0);
    await takeCalls();
    await page.evaluate(() => {
      const list = document.querySelector('.product-items');
      for (const tile of [...(list?.children ?? [])]) list?.append(tile.cloneNode(true));
      for (const tile of document.querySelectorAll('.product-item')) {
        tile.querySelector('.swatch-attribute')?.setAttribute('data-option-selected', '1');
      }
    });
    expect(await takeReadings(page)).toBe(0);
    expect(await takeCalls()).toBeLessThanOrEqual(1000);
  },
);

test('nothing sold out: the page is read once', async ({ page, openPage }) => {
  await countReadings(page);
  const takeCalls = await countCalls(page, 'back-in-stock.js');
  await openPage('/shop/enamel-mug', { way: 'script' });
  await page.waitForLoadState('load');
  await expect(page.locator('script[type="text/x-magento-init"]')).toHaveCount(0);
  expect(await takeReadings(page)).toBe(1);
  // The start and the settings have their share in it.
  expect(await takeCalls()).toBeLessThanOrEqual(140);
});
