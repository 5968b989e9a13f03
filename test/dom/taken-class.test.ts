import { describe, expect, test } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { showSoldOut } from '../support/hyva-page.ts';
import { setStoreView, showMarkup, showProductPage } from '../support/luma-page.ts';
import { found, foundConfigurable, startShop } from '../support/shop.ts';
import {
  findButtons,
  readOffer,
  SETTINGS,
  settle,
  startWidget,
  waitForButton,
} from '../support/widget.ts';

// A theme may remove the class by which Magento's body marks a configurable. Where all of it is sold out, its page has no
// options, and looks like that of a simple product. Its own id must never be subscribed to.

const takeClass = () => document.body.classList.remove('page-product-configurable');

/** What Magento does when it starts, before a script that is loaded late. */
function removeScripts(): void {
  for (const script of document.querySelectorAll('script')) script.remove();
}

/** Hyvä makes no difference between the price that nothing has and a price of nothing. */
const hyvaPrice = (price: string) =>
  `<div x-data="initPrice2043()"><span class="price-label">As low as:</span>
    <span id="product-price-2043"><span class="price">$${price}</span></span><meta itemprop="price" content="${Number(price)}"></div>`;

async function showHyva(price: string): Promise<void> {
  showSoldOut({ id: '2043', price: hyvaPrice(price) });
  setStoreView('1');
}

describe.each<[string, () => Promise<void>]>([
  ['Luma', () => showProductPage('storm-shell')],
  [
    'Luma, with out-of-stock products hidden',
    () => showProductPage('storm-shell', { stock: 'hidden' }),
  ],
  ['Luma 2.3', () => showProductPage('storm-shell', { magento: '2.3.5' })],
  ['Hyvä', () => showHyva('0.00')],
])('a sold-out configurable without its class in %s', (_theme, show) => {
  describe.each([
    ['before', () => {}],
    ['after', removeScripts],
  ])('where the widget loads %s Magento’s scripts are gone', (_when, start) => {
    test('offers what GraphQL answers', async () => {
      const { questions } = startShop(found(foundConfigurable(2043)));
      await show();
      takeClass();
      start();
      const handle = await startWidget();
      await waitForButton();
      expect(await readOffer(handle)).toEqual(['23', '24', '25']);
      expect(questions).toHaveLength(1);
    });

    test('offers nothing where GraphQL does not know it', async () => {
      watchConsole();
      startShop(found());
      await show();
      takeClass();
      start();
      const handle = await startWidget();
      await settle(handle);
      expect(findButtons()).toEqual([]);
      expect(await handle.open('2043')).toBe(false);
    });

    test('offers nothing where there is no GraphQL', async () => {
      watchConsole();
      await show();
      takeClass();
      start();
      const handle = await startWidget({ ...SETTINGS, graphql: '' });
      await settle(handle);
      expect(findButtons()).toEqual([]);
      expect(await handle.open()).toBe(false);
    });
  });
});

test('a sold-out configurable whose options a theme draws in its own way is none either', async () => {
  watchConsole();
  showMarkup(`<body class="catalog-product-view"><div class="product-info-main"><h1>Tee</h1>
    <div class="stock unavailable"></div>
    <div class="price-box"><span id="product-price-7" data-price-amount="9">$9.00</span></div>
    <form id="product_addtocart_form"><input name="product" value="7">
      <input type="radio" name="super_attribute[93]" value="4"></form></div></body>`);
  setStoreView('1');
  const handle = await startWidget({ ...SETTINGS, graphql: '' });
  await settle(handle);
  expect(findButtons()).toEqual([]);
  expect(await handle.open()).toBe(false);
});

describe('a sold-out simple product offers itself, and nothing is asked,', () => {
  test.each([
    ['in Luma', () => showProductPage('camp-lantern'), '2045'],
    ['in Luma 2.3', () => showProductPage('camp-lantern', { magento: '2.3.5' }), '2045'],
    ['in Hyvä', () => showHyva('99.00'), '2043'],
  ])('%s, where the widget loads after Magento has started', async (_theme, show, id) => {
    const { questions } = startShop(found());
    await show();
    removeScripts();
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual([id]);
    expect(questions).toEqual([]);
  });
});

test('without a price it is asked about, since it looks like a configurable', async () => {
  const lantern = {
    type: 'SimpleProduct',
    id: 2045,
    sku: 'LANTERN-2',
    name: 'Camp Lantern',
    salable: 'OUT_OF_STOCK',
  };
  const { questions } = startShop(found(lantern));
  await showProductPage('camp-lantern');
  removeScripts();
  for (const price of document.querySelectorAll('.product-info-main .price-box')) price.remove();
  const handle = await startWidget();
  await waitForButton();
  expect(await readOffer(handle)).toEqual(['2045']);
  expect(questions).toHaveLength(1);
});
