import { describe, expect, test } from 'vitest';
import { showMarkup, showProductPage } from '../support/luma-page.ts';
import { findButtons, readOffer, settle, startWidget, waitForButton } from '../support/widget.ts';

const LABEL = '<div class="stock unavailable" title="Availability"><span>Out of stock</span></div>';

const BOX = '<div class="box-tocart"><button id="product-addtocart-button">Add</button></div>';

/** A simple product's page with something more in its column, in its form, and below it. */
function showSimplePage({ column = '', form = '', below = '', bodyClass = '' }): void {
  showMarkup(`<body class="catalog-product-view ${bodyClass}">
    <div class="product-info-main">
      <h1 class="page-title"><span data-ui-id="page-title-wrapper">Camp Lantern</span></h1>
      <span id="product-price-2045" data-price-amount="9">$9.00</span>
      ${column}
      <form id="product_addtocart_form" data-product-sku="LANTERN-2">
        <input type="hidden" name="product" value="2045">${form}
      </form>
    </div>${below}</body>`);
}

/** No shop answers questions here. */
const SETTINGS = { apiKey: 'DEMO01', store: '1', graphql: '' };

describe('a page of one product', () => {
  test.each([
    ['simple', 'camp-lantern', '2045'],
    ['virtual', 'printing-workshop', '2046'],
    ['downloadable', 'mending-guide', '2047'],
  ])('that is sold out and %s offers the product itself', async (_kind, page, id) => {
    await showProductPage(page);
    const handle = await startWidget();
    await waitForButton();
    expect(findButtons()).toHaveLength(1);
    expect(await readOffer(handle)).toEqual([id]);
  });

  test('that is in stock offers nothing, although tiles below it are sold out', async () => {
    await showProductPage('enamel-mug');
    // Luma's related products have no label; what other lists put there has.
    const tile = document.querySelector('.product-item-info');
    tile?.insertAdjacentHTML('beforeend', LABEL);
    expect(document.querySelector('.product-item .stock.unavailable')).not.toBeNull();
    const handle = await startWidget();
    expect(await handle.open()).toBe(false);
    expect(findButtons()).toEqual([]);
  });

  test.each(['simple', 'virtual', 'downloadable'])(
    'that is called %s on its body needs no price to be known as sold as a whole',
    async (type) => {
      showSimplePage({ column: LABEL, bodyClass: `page-product-${type}` });
      document.querySelector('#product-price-2045')?.remove();
      const handle = await startWidget(SETTINGS);
      await waitForButton();
      expect(await readOffer(handle)).toEqual(['2045']);
    },
  );

  test('offers what the page calls by its own names', async () => {
    showSimplePage({ column: `<div class="product-info-stock-sku">${LABEL}</div>` });
    const details: unknown[] = [];
    await startWidget({ ...SETTINGS, on: { shown: (detail) => details.push(detail) } });
    await waitForButton();
    expect(details).toMatchObject([
      {
        product: { id: '2045', sku: 'LANTERN-2', name: 'Camp Lantern', type: 'simple' },
        variants: [{ id: '2045', sku: 'LANTERN-2', salable: false }],
      },
    ]);
  });
});

describe('the label of something else does not make the product sold out', () => {
  test.each([
    ['in a row of a table', { column: `<table><tr><td>${LABEL}</td></tr></table>` }],
    ['in a tile within the column', { column: `<ol><li class="product-item">${LABEL}</li></ol>` }],
    ['below the column', { below: `<div class="block related">${LABEL}</div>` }],
    ['of a bundle that is in stock', { column: '<p class="stock available">In stock</p>' }],
  ])('%s', async (_name, parts) => {
    showSimplePage({ form: BOX, ...parts });
    const handle = await startWidget(SETTINGS);
    expect(await handle.open()).toBe(false);
    expect(findButtons()).toEqual([]);
  });
});

describe('a bundle offers itself', () => {
  const column = `<p class="stock unavailable" title="Availability"><span>Out of stock</span></p>`;

  test.each([
    ['the class of the body', { column, bodyClass: 'page-product-bundle' }],
    ['its button', { column, below: '<button id="bundle-slide">Customize</button>' }],
  ])('known by %s', async (_name, parts) => {
    showSimplePage(parts);
    const details: unknown[] = [];
    await startWidget({ ...SETTINGS, on: { shown: (detail) => details.push(detail) } });
    await waitForButton();
    expect(details).toMatchObject([
      { product: { id: '2045', type: 'bundle' }, variants: [{ id: '2045', salable: false }] },
    ]);
  });
});

describe('products that are more than one are not taken for one', () => {
  const column = `<div class="product-info-stock-sku">${LABEL}</div>`;

  test.each(['page-product-grouped', 'page-product-configurable'])(
    'by the class %s of the body',
    async (bodyClass) => {
      showSimplePage({ column, bodyClass });
      const handle = await startWidget(SETTINGS);
      expect(await handle.open()).toBe(false);
      expect(findButtons()).toEqual([]);
    },
  );

  test.each([
    ['a grouped product’s table', '<table id="super-product-table"></table>'],
    ['a configurable’s dropdown', '<select class="super-attribute-select"></select>'],
  ])('by %s, in a theme with other classes', async (_name, below) => {
    showSimplePage({ column, below });
    const handle = await startWidget(SETTINGS);
    expect(await handle.open()).toBe(false);
    expect(findButtons()).toEqual([]);
  });

  test('such as a configurable of which every child is sold out', async () => {
    await showProductPage('storm-shell');
    expect(document.querySelector('.product-info-main .stock.unavailable')).not.toBeNull();
    const handle = await startWidget(SETTINGS);
    expect(await handle.open()).toBe(false);
    expect(findButtons()).toEqual([]);
  });
});

describe('a theme that has changed the classes of the body', () => {
  const provider = (type: string) =>
    `<script type="text/x-magento-init">${JSON.stringify({
      '*': {
        'Magento_Catalog/js/product/view/provider': {
          data: { items: { 2045: { id: '2045', type } } },
        },
      },
    })}</script>`;
  const column = `<div class="product-info-stock-sku">${LABEL}</div>`;

  test.each(['configurable', 'grouped'])(
    'is no reason to offer a %s product itself',
    async (type) => {
      showSimplePage({ column, below: provider(type) });
      const handle = await startWidget(SETTINGS);
      expect(await handle.open()).toBe(false);
      // Magento removes its scripts when it starts.
      for (const script of document.querySelectorAll('script')) script.remove();
      expect(await handle.open()).toBe(false);
      expect(findButtons()).toEqual([]);
    },
  );

  test.each(['simple', 'giftcard'])('offers a product that is %s', async (type) => {
    showSimplePage({ column, below: provider(type) });
    await startWidget(SETTINGS);
    expect(await waitForButton()).toBeDefined();
  });
});

test('a page without a product form, such as a category, offers nothing', async () => {
  showMarkup(
    `<body class="catalog-category-view"><div class="product-info-main">${LABEL}</div></body>`,
  );
  const handle = await startWidget(SETTINGS);
  await settle(handle);
  expect(await handle.open()).toBe(false);
  expect(findButtons()).toEqual([]);
});
