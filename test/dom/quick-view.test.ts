import { describe, expect, test, vi } from 'vitest';
import { findAreas } from '../../src/page/areas.ts';
import { watchConsole } from '../support/console.ts';
import { OPTION_CONFIG } from '../support/hyva-page.ts';
import { setStoreView, showMarkup, showProductPage } from '../support/luma-page.ts';
import { provideJQuery } from '../support/luma-widgets.ts';
import { addProductTag, plainData } from '../support/product-tag.ts';
import { found, foundConfigurable, foundSimple, startShop } from '../support/shop.ts';
import {
  findButtons,
  openDialog,
  readOffer,
  settle,
  startWidget,
  waitForButton,
  waitForNoButton,
} from '../support/widget.ts';

const LABEL = '<div class="stock unavailable"><span>Out of stock</span></div>';

const BOX = '<div class="box-tocart"><button id="product-addtocart-button">Add</button></div>';

/** A product as a quick view shows it, in a column of its own; what is sold out has no box to add it to the cart. */
const column = (
  id: string,
  content = '',
) => `<div class="product-info-main"><h1>Product ${id}</h1><span id="product-price-${id}" data-price-amount="9">$9.00</span>
  <form id="product_addtocart_form" data-product-sku="SKU-${id}"><input name="product" value="${id}">${content}
  ${content.startsWith(LABEL) ? '' : BOX}</form></div>`;

const dialog = (content: string) => `<div role="dialog" class="quick-view">${content}</div>`;

const options = (chosen = '') =>
  `<div data-role="swatch-options" data-rendered="true"><div class="swatch-attribute" data-attribute-id="137" ${chosen && `data-option-selected="${chosen}"`}></div></div>`;

function showPage(content: string, bodyClass = 'catalog-category-view'): void {
  showMarkup(`<body class="${bodyClass}">${content}</body>`);
  setStoreView('1');
}

const addQuickView = (content: string) =>
  document.body.insertAdjacentHTML('beforeend', dialog(content));

const findQuickView = () => {
  const element = document.querySelector<HTMLElement>('.quick-view');
  if (!element) throw new Error('There is no quick view.');
  return element;
};

/** Magento's swatch widget holds this configuration wherever options are. */
function startSwatches(productIds: readonly string[]): void {
  const elements = [...document.querySelectorAll('[data-role=swatch-options]')];
  provideJQuery(
    new Map(
      elements.map((element, index) => {
        const jsonConfig = { ...OPTION_CONFIG, productId: productIds[index] };
        return [element, { 'mage-SwatchRenderer': { options: { jsonConfig } } }];
      }),
    ),
  );
}

describe('the areas of a page', () => {
  const list = () =>
    [...findAreas(document.documentElement)].map(
      (area) => area.id || area.className || area.localName,
    );

  test.each<[string, string, string[]]>([
    ['without a form: the page', '<h1>Sale</h1>', ['html']],
    ['with one form: the page', column('7'), ['html']],
    ['with a form in a dialog: both', dialog(column('7')), ['html', 'quick-view']],
    ['with a form, and one in a dialog', column('7') + dialog(column('8')), ['html', 'quick-view']],
    ['with a dialog before the form', dialog(column('8')) + column('7'), ['html', 'quick-view']],
    [
      'with a quick view that is no dialog',
      `${column('7')}<aside>${column('8')}</aside>`,
      ['html', 'product-info-main'],
    ],
    [
      'with two forms that are in no column',
      `<main>${'<form id="product_addtocart_form"></form>'.repeat(2)}</main>`,
      ['html'],
    ],
    [
      'with a theme that has its form twice',
      `<div class="product-info-main">${'<form id="product_addtocart_form"></form>'.repeat(2)}</div>`,
      ['html'],
    ],
  ])('%s', (_name, content, expected) => {
    showPage(content);
    expect(list()).toEqual(expected);
  });
});

describe('a quick view on a list', () => {
  test('of which the shop says that it is sold out has a button within', async () => {
    const { questions } = startShop(found(foundSimple(7)));
    showPage('');
    const handle = await startWidget();
    await settle(handle);
    addQuickView(column('7', LABEL));
    const button = await waitForButton();
    expect(findQuickView().contains(button)).toBe(true);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.variables).toEqual({ filter: { sku: { eq: 'SKU-7' } } });
    expect(await readOffer(handle)).toEqual(['7']);
  });

  test('of a configurable of which all is sold out has its children, never itself', async () => {
    startShop(found(foundConfigurable(29)));
    showPage(dialog(column('29', LABEL)));
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['23', '24', '25']);
    expect(await handle.open('29')).toBe(false);
  });

  test('of which the shop knows nothing has no button: it could be anything', async () => {
    const { messages } = watchConsole();
    startShop(found());
    showPage(dialog(column('29', LABEL)));
    const handle = await startWidget();
    await vi.waitFor(() => expect(messages.join()).toContain('29'));
    await settle(handle);
    expect(findButtons()).toEqual([]);
  });

  test('that closes leaves nothing, and another one finds its own product', async () => {
    startShop(({ variables }) =>
      found(foundSimple(Number(/\d+/.exec(String(variables?.filter?.sku?.eq))?.[0]))),
    );
    showPage('');
    const handle = await startWidget();
    addQuickView(column('7', LABEL));
    await waitForButton();
    findQuickView().remove();
    await vi.waitFor(async () => expect(await handle.open('7')).toBe(false));
    addQuickView(column('8', LABEL));
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['8']);
  });

  test('that shows another product in the same place lets go of the first', async () => {
    startShop(({ variables }) =>
      found(foundSimple(Number(/\d+/.exec(String(variables?.filter?.sku?.eq))?.[0]))),
    );
    showPage(dialog(column('7', LABEL)));
    const handle = await startWidget();
    await waitForButton();
    findQuickView().innerHTML = column('8', LABEL);
    await vi.waitFor(async () => expect(await readOffer(handle)).toEqual(['8']));
    expect(findButtons()).toHaveLength(1);
    findQuickView().innerHTML = column('9');
    await waitForNoButton();
  });

  test('whose product the server has printed asks nothing', async () => {
    const { questions } = startShop(found());
    showPage(dialog(column('7', LABEL)));
    addProductTag(plainData('6'));
    addProductTag(plainData('7'));
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['7']);
    expect(questions).toEqual([]);
  });
});

describe('a quick view on the page of another product', () => {
  const PAGE = 'catalog-product-view';

  test('leaves the button of the page where and as it is', async () => {
    startShop(found(foundSimple(7)));
    await showProductPage('trail-runner');
    const handle = await startWidget();
    const button = await waitForButton();
    addQuickView(column('7'));
    await settle(handle);
    expect(findButtons()).toEqual([button]);
    expect(await readOffer(handle)).toEqual(['2003', '2009', '2010', '2011', '2012']);
  });

  test('does not make the page’s product a set', async () => {
    startShop(found());
    watchConsole();
    const table = `<table id="super-product-table"><tr><td><div class="price-box" data-product-id="45"></div>${LABEL}</td></tr></table>`;
    showPage(column('7', LABEL) + dialog(column('49', table)), PAGE);
    const handle = await startWidget();
    await vi.waitFor(() => expect(findButtons()).toHaveLength(2));
    expect(await handle.open('7')).toBe(true);
    openDialog().close();
    expect(await handle.open('45')).toBe(true);
  });
});

test('a theme that has its form twice gets one button', async () => {
  startShop(found(foundSimple(7)));
  showPage(
    `<div class="product-info-main"><h1>Lantern</h1><span id="product-price-7" data-price-amount="9">$9.00</span>${LABEL}
      ${'<form id="product_addtocart_form" data-product-sku="SKU-7"><input name="product" value="7"><div class="box-tocart"></div></form>'.repeat(2)}</div>`,
    'catalog-product-view',
  );
  const handle = await startWidget();
  await waitForButton();
  await settle(handle);
  expect(findButtons()).toHaveLength(1);
});

describe('a quick view whose module has renamed the form', () => {
  const PRODUCT = {
    id: '7',
    name: 'Product 7',
    type: 'simple',
    variants: [{ id: '7', salable: false }],
  };
  const renamed = (content: string) =>
    content.replace('id="product_addtocart_form"', 'id="quickview_product_addtocart_form"');

  test('is recognised by the end of its id', async () => {
    startShop(found(foundSimple(7)));
    showPage('');
    const handle = await startWidget();
    await settle(handle);
    addQuickView(renamed(column('7', LABEL)));
    const button = await waitForButton();
    expect(findQuickView().contains(button)).toBe(true);
    expect(await readOffer(handle)).toEqual(['7']);
  });

  test('in a second column that is no dialog, too', async () => {
    startShop(found(foundSimple(8)));
    showPage(column('7') + renamed(column('8', LABEL)), 'catalog-product-view');
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['8']);
  });

  test.each<[string, (content: string) => string]>([
    ['its SKU', (content) => content.replace(' id="product_addtocart_form"', '')],
    ['its field product', (content) => content.replace(/<form[^>]*>/, '<form>')],
  ])('is recognised by %s', async (_name, rename) => {
    startShop((question) => {
      expect(question.query).toContain('products');
      return found({ ...foundSimple(7), url_key: 'product-7' });
    });
    showPage('');
    const handle = await startWidget();
    await settle(handle);
    addQuickView(rename(column('7', LABEL)));
    addProductTag(PRODUCT, findQuickView());
    const button = await waitForButton();
    expect(findQuickView().contains(button)).toBe(true);
    expect(await readOffer(handle)).toEqual(['7']);
  });

  test('has its swatches read', async () => {
    showPage(renamed(dialog(column('13', options()))));
    startSwatches(['13']);
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['5', '10', '11', '12']);
  });

  test('has the configuration in the script for the renamed form', async () => {
    const { attributes, index, salable, canDisplayShowOutOfStockStatus } = OPTION_CONFIG;
    const spConfig = {
      productId: '13',
      attributes,
      index,
      salable,
      canDisplayShowOutOfStockStatus,
    };
    const list = '<select class="super-attribute-select" name="super_attribute[137]"></select>';
    showPage(renamed(dialog(column('13', list))));
    findQuickView().insertAdjacentHTML(
      'beforeend',
      `<script type="text/x-magento-init">${JSON.stringify({ '#quickview_product_addtocart_form': { configurable: { spConfig } } })}</script>`,
    );
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['5', '10', '11', '12']);
  });

  test('is none when it holds forms of several products', async () => {
    const { questions } = startShop(found(foundSimple(7)));
    const forms = ['7', '8'].map((id) =>
      column(id, LABEL).replace(' id="product_addtocart_form"', ''),
    );
    showPage(dialog(forms.join('')));
    const handle = await startWidget();
    await settle(handle);
    expect(findButtons()).toEqual([]);
    expect(questions).toEqual([]);
  });

  test('is none when its form is that of a tile', async () => {
    const form = `<form data-role="tocart-form" data-product-sku="SKU-7"><input name="product" value="7"></form>`;
    showPage(dialog(`<div class="card">${form}${LABEL}</div>`));
    const handle = await startWidget();
    await settle(handle);
    expect(findButtons()).toEqual([]);
  });
});

describe('a quick view that holds product data and no form', () => {
  test('is recognised, and has its button beside the label', async () => {
    showPage('');
    const handle = await startWidget();
    await settle(handle);
    addQuickView(`<h2>Lantern</h2>${LABEL}`);
    addProductTag(plainData('7'), findQuickView());
    const button = await waitForButton();
    expect(findQuickView().contains(button)).toBe(true);
    expect(await readOffer(handle)).toEqual(['7']);
    findQuickView().remove();
    await waitForNoButton();
  });

  test('is none when it holds data of several products', async () => {
    showPage(dialog(LABEL));
    addProductTag(plainData('7'), findQuickView());
    addProductTag(plainData('8'), findQuickView());
    const handle = await startWidget();
    await settle(handle);
    expect(findButtons()).toEqual([]);
  });

  test('is none of the products of its tiles', async () => {
    showPage(dialog(`<ul><li class="product-item">${LABEL}</li></ul>`));
    addProductTag(plainData('7'), document.querySelector('.product-item') ?? document.body);
    const handle = await startWidget();
    await settle(handle);
    expect(findButtons()).toEqual([]);
  });
});
