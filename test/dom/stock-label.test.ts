import { describe, expect, test } from 'vitest';
import type { Remember } from '../../src/page/adapter.ts';
import { readStock, SOLD_OUT_LABEL } from '../../src/page/stock.ts';
import { showMarkup } from '../support/luma-page.ts';

const LABEL = '<div class="stock unavailable" title="Availability"><span>Out of stock</span></div>';
const AVAILABLE = '<div class="stock available" title="Availability"><span>In stock</span></div>';

const remember: Remember = (_key, make) => make();

const isUnavailable = (area: Element) =>
  readStock(area, { remember, soldOutLabel: SOLD_OUT_LABEL }).isSoldOut;

const show = (content: string) =>
  showMarkup(`<body class="catalog-product-view">${content}</body>`);

describe('a product is sold out when the label says so', () => {
  test.each([
    ['in Luma’s column', `<div class="product-info-main"><div>${LABEL}</div></div>`],
    ['in Hyvä, which has no such column', LABEL.replaceAll('div', 'p')],
  ])('%s', (_name, content) => {
    show(content);
    expect(isUnavailable(document.documentElement)).toBe(true);
  });
});

describe('a product is not sold out when the label is that', () => {
  test.each([
    ['of what can be bought', AVAILABLE],
    ['of a related product', `<li class="product-item">${LABEL}</li>`],
    ['of a row of a set', `<table id="super-product-table"><tr><td>${LABEL}</td></tr></table>`],
    ['of a row of a set in Hyvä', `<div data-sku="GROUP-B">${LABEL}</div>`],
    ['of a quick view', `<dialog>${LABEL}</dialog>`],
    ['of a quick view by its role', `<div role="dialog">${LABEL}</div>`],
    ['outside of the column', `<div class="product-info-main">${AVAILABLE}</div>${LABEL}`],
    ['of nothing: there is none', ''],
  ])('%s', (_name, content) => {
    show(content);
    expect(isUnavailable(document.documentElement)).toBe(false);
  });
});

describe('a quick view', () => {
  const find = () => document.querySelector('[role=dialog]') ?? document.body;

  test('has a label of its own', () => {
    show(
      `<div class="product-info-main">${AVAILABLE}</div><div role="dialog"><div class="product-info-main">${LABEL}</div></div>`,
    );
    expect(isUnavailable(find())).toBe(true);
    expect(isUnavailable(document.documentElement)).toBe(false);
  });

  test('is not sold out because the page behind it is', () => {
    show(
      `<div class="product-info-main">${LABEL}</div><div role="dialog"><div class="product-info-main">${AVAILABLE}</div></div>`,
    );
    expect(isUnavailable(find())).toBe(false);
    expect(isUnavailable(document.documentElement)).toBe(true);
  });

  test('that stands within its tile is judged by its own label', () => {
    show(`<li class="product-item"><div role="dialog">${LABEL}</div></li>`);
    expect(isUnavailable(find())).toBe(true);
  });
});
