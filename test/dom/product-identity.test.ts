import { describe, expect, test } from 'vitest';
import { readProductIdentity } from '../../src/page/product-identity.ts';
import { showMarkup } from '../support/luma-page.ts';

const read = (area: Element = document.documentElement) => readProductIdentity(area);

/** A product page; parts that a theme leaves out are left out. */
function showPage(content: string, bodyClass = 'catalog-product-view'): void {
  showMarkup(`<body class="${bodyClass}">${content}</body>`);
}

const FORM =
  '<form id="product_addtocart_form" data-product-sku="SHOE"><input name="product" value="13"></form>';
const PRICE = '<span id="product-price-29">$9</span>';

describe('with a product form, the product', () => {
  test('is the one that the form sends', () => {
    showPage(
      `<div class="product-info-main"><h1><span data-ui-id="page-title-wrapper"> Shoe </span></h1>${FORM}</div>`,
    );
    expect(read()).toEqual({ id: '13', sku: 'SHOE', name: 'Shoe' });
  });

  test.each([
    ['Luma', '<div class="product attribute sku"><div itemprop="sku"> SHOE-2 </div></div>'],
    ['Hyvä', '<div class="attribute-sku"><span class="product-detail-value">SHOE-2</span></div>'],
  ])('has its SKU from the page of %s where the form does not have it', (_theme, sku) => {
    showPage(
      `${sku}<form id="product_addtocart_form"><input name="product" value="13"></form><h1>Shoe</h1>`,
    );
    expect(read()).toEqual({ id: '13', sku: 'SHOE-2', name: 'Shoe' });
  });

  test('may be without a SKU and without a name', () => {
    showPage('<form id="product_addtocart_form"><input name="product" value="13"></form>');
    expect(read()).toEqual({ id: '13', sku: undefined, name: '' });
  });

  test('has a name that looks like HTML as a text', () => {
    showPage(`<h1>&lt;img src=x onerror=alert(1)&gt;</h1>${FORM}`);
    expect(read()?.name).toBe('<img src=x onerror=alert(1)>');
  });

  test('is not that of a tile’s form, nor of a price', () => {
    showPage(
      `<form class="product-item"><input name="product" value="7"></form><span id="product-price-8"></span>${FORM}`,
    );
    expect(read()?.id).toBe('13');
  });

  test('is known outside of product pages too, as in a landing page', () => {
    showPage(FORM, 'cms-page-view');
    expect(read()?.id).toBe('13');
  });

  test.each([
    '<form id="product_addtocart_form"></form>',
    '<form id="product_addtocart_form"><input name="product" value=""></form>',
  ])('is unknown as long as it says nothing: %s', (form) => {
    showPage(form);
    expect(read()).toBeUndefined();
  });
});

describe('without a form, as for what is sold out in Hyvä, the product', () => {
  test.each([
    ['the id of its price', PRICE],
    ['the component of its price', '<div x-data="initPrice29()"></div>'],
    ['the component of its price in the CSP theme', '<div x-data="initPrice29"></div>'],
  ])('is known by %s', (_name, price) => {
    showPage(`<h1>All Out</h1>${price}`);
    expect(read()).toMatchObject({ id: '29', name: 'All Out' });
  });

  test.each([
    ['a related product', '<div class="product-item"><span id="product-price-7"></span></div>'],
    ['a member of a set', '<div data-sku="GROUP-A"><span id="product-price-7"></span></div>'],
    ['a quick view', '<dialog><span id="product-price-7"></span></dialog>'],
    ['a quick view by its role', '<div role="dialog"><span id="product-price-7"></span></div>'],
  ])('is not that of %s', (_name, before) => {
    showPage(before);
    expect(read()).toBeUndefined();
    showPage(before + PRICE);
    expect(read()?.id).toBe('29');
  });

  test('is known by its SKU where no price has the id', () => {
    showPage('<h1>All Out</h1><div class="sku"><i itemprop="sku">ALL-OUT</i></div>');
    expect(read()).toEqual({ id: '', sku: 'ALL-OUT', name: 'All Out' });
  });

  test.each(['catalog-category-view', 'catalogsearch-result-index', 'cms-index-index', ''])(
    'is none on a page of the class %j',
    (bodyClass) => {
      showPage(`<h1>Sale</h1><i class="sku"><b itemprop="sku">X</b></i>${PRICE}`, bodyClass);
      expect(read()).toBeUndefined();
    },
  );

  test('is none where nothing has it', () => {
    showPage('<h1>Shoe</h1>');
    expect(read()).toBeUndefined();
  });
});

describe('a page with a quick view', () => {
  const quickView = `<div role="dialog"><h1>Mug</h1>
    <form id="product_addtocart_form" data-product-sku="MUG"><input name="product" value="44"></form></div>`;

  test('is about its own product, also when the quick view comes before it', () => {
    showPage(`${quickView}<h1>Shoe</h1>${FORM}`);
    expect(read()).toEqual({ id: '13', sku: 'SHOE', name: 'Shoe' });
  });

  test('and without a product of its own is about none', () => {
    showPage(quickView, 'catalog-category-view');
    expect(read()).toBeUndefined();
  });

  test('has another product in the quick view', () => {
    showPage(`<h1>Shoe</h1>${FORM}${quickView}`);
    const dialog = document.querySelector('[role=dialog]');
    expect(dialog && read(dialog)).toEqual({ id: '44', sku: 'MUG', name: 'Mug' });
  });
});

describe('without a form, the prices of others', () => {
  const SKU = '<div class="attribute-sku"><span class="product-detail-value">LA-1</span></div>';
  const own = '<main><h1>Lantern</h1><span id="product-price-29">$9</span></main>';
  const menu = '<nav><div class="card"><span id="product-price-77">$3</span></div></nav>';

  test.each([
    ['in a menu before it', menu + own + SKU],
    ['in a card after it', own + SKU + menu],
  ])('%s are not its own', (_name, content) => {
    showPage(content);
    expect(read()?.id).toBe('29');
  });

  test('beside the heading leave the id unknown', () => {
    showPage(`<main><h1>Lantern</h1>${menu}<span id="product-price-29">$9</span></main>${SKU}`);
    expect(read()).toMatchObject({ id: '', sku: 'LA-1' });
  });
});
