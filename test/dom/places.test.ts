import { describe, expect, test } from 'vitest';
import { findAreas } from '../../src/page/areas.ts';
import { findAddToCart, findPlaces } from '../../src/page/places.ts';
import { watchConsole } from '../support/console.ts';
import { showMarkup } from '../support/luma-page.ts';

const NONE = { anchor: '', placement: 'after' } as const;
const LABEL = '<p class="stock unavailable" id="label"></p>';
const BOX =
  '<div class="box-tocart" id="box"><button id="product-addtocart-button"></button></div>';
const form = (content = '') => `<form id="product_addtocart_form">${content}</form>`;
const dialog = (content: string) => `<div role="dialog" id="dialog">${content}</div>`;

function find(options: Parameters<typeof findPlaces>[1] = NONE, given: readonly Element[] = []) {
  const { anchors, placement } = findPlaces(document.documentElement, options, new Set(given));
  return [...anchors.map(({ id }) => id), placement];
}

const show = (content: string, bodyClass = '') =>
  showMarkup(`<body class="catalog-product-view ${bodyClass}">${content}</body>`);

describe('without a setting, the button goes', () => {
  test.each<[string, string, string[]]>([
    ['below the box to add to the cart', LABEL + form(BOX), ['box', 'after']],
    ['into a form without such a box', LABEL + form(), ['product_addtocart_form', 'inside']],
    ['below the label where there is no form, as in Hyvä', LABEL, ['label', 'after']],
    ['nowhere, where there is nothing of it', '<h1>Shoe</h1>', ['after']],
    [
      'to the page’s form, not to that of a quick view',
      dialog(form(BOX)) + LABEL,
      ['label', 'after'],
    ],
    ['not to a tile’s label', `<li class="product-item">${LABEL}</li>`, ['after']],
  ])('%s', (_name, content, expected) => {
    show(content);
    expect(find()).toEqual(expected);
  });

  test('below the price of a bundle, whose form lies below the fold', () => {
    show(`<div class="product-info-price" id="price"></div>${form(BOX)}`, 'page-product-bundle');
    expect(find()).toEqual(['price', 'after']);
  });

  const ROW = 'style="display: flex"';
  const STOCK = `<div id="stock" ${ROW}><div class="text-right">${LABEL}</div></div>`;
  const NAME = '<h1>Lantern</h1>';
  const PRICE_ROW = `<div id="buy" ${ROW}><div><div x-data="initPrice7()"><span id="product-price-7">$9</span></div></div><div></div></div>`;

  test.each<[string, string, string[]]>([
    [
      'below the price where there is no form, as in Hyvä',
      STOCK + NAME + PRICE_ROW,
      ['buy', 'after'],
    ],
    ['there too where there is no label', NAME + PRICE_ROW, ['buy', 'after']],
    [
      'below the SKU where there is neither price nor label',
      `${NAME}<div id="details" ${ROW}><div class="attribute-sku">X</div></div>`,
      ['details', 'after'],
    ],
    ['below the row of the label', NAME + STOCK, ['stock', 'after']],
    [
      'below a row that the label shares with the name',
      `<div><div id="head" ${ROW}>${NAME}${STOCK}</div><p class="description"></p></div>`,
      ['head', 'after'],
    ],
    [
      'below the label in a column that is drawn as a flex box',
      `<div style="display: flex; flex-direction: column">${NAME}<b><i>${LABEL}</i></b></div>`,
      ['', 'after'],
    ],
    [
      'out of a link',
      `<div>${NAME}<a id="link" href="/"><div>${LABEL}<h2></h2></div></a></div>`,
      ['link', 'after'],
    ],
    [
      'not out of the column, whatever it is drawn as',
      `<div ${ROW}><img><div class="product-info-main" ${ROW}>${NAME}<div id="own">${LABEL}</div></div></div>`,
      ['own', 'after'],
    ],
    [
      'out of a section that is the label’s own',
      `<div>${NAME}<section id="own" ${ROW}>${LABEL}</section></div>`,
      ['own', 'after'],
    ],
  ])('%s', (_name, content, expected) => {
    show(content);
    expect(find()).toEqual(expected);
  });

  describe.each(['display: flex', 'display: flex; flex-direction: column', 'display: block'])(
    'below the box of price and Add to Cart outside of the form, as in Hyvä, drawn as %s',
    (style) => {
      const CART = '<button form="product_addtocart_form" id="cart">Add to Cart</button>';
      const PRICE = '<div class="price-box"><span class="price">$9</span></div>';

      test.each<[string, string, string[]]>([
        [
          'which has the price',
          `<div>${NAME}${form()}<div id="buy" style="${style}">${PRICE}<div>${CART}</div></div></div>`,
          ['buy', 'after'],
        ],
        [
          'which has no price',
          `<div>${NAME}${PRICE}${form()}<div id="buy" style="${style}"><div>${CART}</div></div></div>`,
          ['buy', 'after'],
        ],
        [
          'which the merchant has moved into the form',
          `<div>${NAME}${form(`<div id="buy" style="${style}">${PRICE}${CART}</div>`)}</div>`,
          ['buy', 'after'],
        ],
      ])('%s', (_name, content, expected) => {
        show(content);
        expect(find()).toEqual(expected);
      });
    },
  );

  test.each<[string, string, [string, string]]>([
    [
      'of which the ids are renamed',
      '<form id="quickview_product_addtocart_form"><div class="box-tocart" id="box"></div></form>',
      ['box', 'after'],
    ],
    [
      'that is sold out, of which the ids are renamed',
      '<form id="quickview_product_addtocart_form"></form>',
      ['quickview_product_addtocart_form', 'inside'],
    ],
    [
      'whose form has another id',
      '<form id="mine" data-product-sku="X"></form>',
      ['mine', 'inside'],
    ],
    [
      'with nothing but product data',
      '<h2>Lantern</h2><script id="tag" type="application/json" data-back-in-stock-product></script>',
      ['tag', 'after'],
    ],
  ])('into a quick view %s', (_name, content, expected) => {
    document.body.innerHTML = form(BOX) + dialog(content);
    findAreas(document.documentElement);
    const area = document.querySelector('#dialog') as Element;
    const { anchors, placement } = findPlaces(area, NONE, new Set());
    expect([...anchors.map(({ id }) => id), placement]).toEqual(expected);
  });

  test.each<[string, string, [string, string]]>([
    [
      'above the part that Luma shows on hover only',
      `<b class="product-item-name"></b><div class="product-item-inner" id="inner"><div>${LABEL}</div></div>`,
      ['inner', 'before'],
    ],
    [
      'below the row of the label',
      `<div><b class="product-item-name"></b><div id="row" ${ROW}><div>${LABEL}</div></div></div>`,
      ['row', 'after'],
    ],
    [
      'below the price, where there is no label',
      '<div><b class="product-item-name"></b><div class="price-box" id="price"></div></div>',
      ['price', 'after'],
    ],
    [
      'below the name, where there is neither',
      '<b class="product-item-name" id="name"><a class="product-item-link"></a></b>',
      ['name', 'after'],
    ],
    ['but never below the tile itself', `<div id="all" ${ROW}>${LABEL}</div>`, ['all', 'after']],
  ])('in a tile %s', (_name, content, expected) => {
    show(`<ul><li class="product-item">${content}</li></ul>`);
    const area = document.querySelector('.product-item') as Element;
    const { anchors, placement } = findPlaces(area, NONE, new Set());
    expect([...anchors.map(({ id }) => id), placement]).toEqual(expected);
  });

  test('into a quick view as into a page', () => {
    show(form(BOX) + dialog(form('<div class="box-tocart" id="inner"></div>')));
    const area = document.querySelector('#dialog') ?? document.body;
    const { anchors, placement } = findPlaces(area, NONE, new Set());
    expect([...anchors.map(({ id }) => id), placement]).toEqual(['inner', 'after']);
  });
});

describe('a placeholder', () => {
  test('beats the anchor, and that beats the standard places', () => {
    const anchor = { anchor: '#anchor', placement: 'before' } as const;
    show(`<i id="anchor"></i>${form(BOX)}`);
    expect(find(anchor)).toEqual(['anchor', 'before']);
    show(`<i id="anchor"></i><i id="place" data-back-in-stock></i>${form(BOX)}`);
    expect(find(anchor)).toEqual(['place', 'inside']);
  });

  test('that init was given counts with those of the page', () => {
    show('<i id="place" data-back-in-stock></i><i id="given"></i>');
    const given = [...document.querySelectorAll('#given')];
    expect(find(NONE, given)).toEqual(['given', 'place', 'inside']);
  });

  test('in a quick view is the quick view’s', () => {
    show(LABEL + dialog('<i id="place" data-back-in-stock></i>'));
    expect(find()).toEqual(['label', 'after']);
  });

  test('that is no longer on the page is none', () => {
    show(LABEL);
    const gone = document.createElement('i');
    expect(find(NONE, [gone])).toEqual(['label', 'after']);
  });
});

describe('the merchant’s anchor', () => {
  const anchor = { anchor: '.here', placement: 'before' } as const;

  test('that matches the widget’s own button is not that', () => {
    show(
      '<i class="here" id="a"></i><div class="back-in-stock"><button class="here"></button></div>',
    );
    expect(find(anchor)).toEqual(['a', 'before']);
  });

  test('that matches nothing leaves the button to the usual place', () => {
    const { warnings } = watchConsole();
    show(form(BOX));
    expect(find(anchor)).toEqual(find(NONE));
    expect(find(anchor)).not.toEqual(['after']);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('".here"');
  });

  test('is one of the page, not of a quick view', () => {
    show(`<i class="here" id="a"></i>${dialog('<i class="here" id="b"></i>')}`);
    expect(find(anchor)).toEqual(['a', 'before']);
  });
});

describe('Add to Cart', () => {
  test('is the button in both of its forms, and the quantity', () => {
    show(
      form(
        '<div class="field qty" id="q"></div><button id="product-addtocart-button"></button><button id="product-updatecart-button"></button>',
      ),
    );
    expect([...findAddToCart(document.documentElement)].map(({ id }) => id)).toEqual([
      'q',
      'product-addtocart-button',
      'product-updatecart-button',
    ]);
  });

  test('of a quick view is not that of the page', () => {
    show(dialog(form(BOX)));
    expect([...findAddToCart(document.documentElement)]).toEqual([]);
  });

  test('is nothing where there is none', () => {
    show(LABEL);
    expect([...findAddToCart(document.documentElement)]).toEqual([]);
  });

  const FIELD = '<input name="qty" id="qty" form="product_addtocart_form">';
  const CART = '<button type="submit" form="product_addtocart_form" id="cart">Add</button>';

  test.each<[string, string, string[]]>([
    [
      'with its box and label, as in Hyvä',
      `<div>$9<div><div id="box"><div><label for="qty">Quantity</label>${FIELD}</div></div>${CART}</div></div>`,
      ['cart', 'box'],
    ],
    [
      'with a label that is elsewhere',
      `<div><label for="qty" id="label">Quantity</label>${CART}${FIELD}</div>`,
      ['cart', 'qty', 'label'],
    ],
    [
      'with its stepper, whatever it is made of',
      `<div>${CART}<div id="box"><button>-</button>${FIELD}<span>+</span><input type="button" value="+"></div></div>`,
      ['cart', 'box'],
    ],
    [
      'with words that are its own',
      `<div>${CART}<div class="field-qty" id="box"><span>How many?</span>${FIELD}</div></div>`,
      ['cart', 'box'],
    ],
    [
      'without words of something else',
      `<div>${CART}<div>Engraving is free.<div id="box">${FIELD}</div></div></div>`,
      ['cart', 'box'],
    ],
    ...['<input name="text">', '<select></select>', '<textarea></textarea>'].map(
      (other): [string, string, string[]] => [
        `without ${other}`,
        `<div>${CART}<div class="qty-and-more">${other}<div id="box">${FIELD}</div></div></div>`,
        ['cart', 'box'],
      ],
    ),
  ])('is a quantity outside of the form, %s', (_name, content, expected) => {
    show(form() + content);
    expect([...findAddToCart(document.documentElement)].map(({ id }) => id)).toEqual(expected);
  });

  test('is not the quantity of another form', () => {
    show(`${form()}<form id="other"><input name="qty"></form><input name="qty" form="other">`);
    expect([...findAddToCart(document.documentElement)]).toEqual([]);
  });
});
