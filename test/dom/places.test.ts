import { describe, expect, test } from 'vitest';
import { findAddToCart, findPlaces } from '../../src/page/places.ts';
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

  test('that matches nothing has no place', () => {
    show(form(BOX));
    expect(find(anchor)).toEqual(['before']);
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
});
