import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Dispose } from '../../src/guard.ts';
import { watchPage } from '../../src/page/watch-page.ts';
import { showMarkup } from '../support/luma-page.ts';

const PAGE = `<body class="catalog-product-view"><main>
  <div class="gallery"></div>
  <div class="product-info-main">
    <h1><span class="base">Mug</span></h1>
    <div class="price-box"><span id="product-price-5"><span class="price">$1</span></span></div>
    <div class="stock available"><span>In stock</span></div>
    <form id="product_addtocart_form">
      <input type="hidden" name="product" value="5">
      <input type="hidden" name="selected_configurable_option" value="">
      <div data-role="swatch-options"><div class="swatch-attribute"><div class="swatch-option"></div></div></div>
      <div class="box-tocart"><button type="submit" disabled="disabled"></button></div>
      <div class="back-in-stock"><button type="button">Notify me</button></div>
    </form>
  </div>
  <ol><li class="product-item"><a href="/a">A</a><div class="swatch-attribute"></div></li></ol>
  <div role="dialog"></div><p class="badge"></p>
</main></body>`;

const find = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  return element;
};
const add = (selector: string, markup: string) => () =>
  find(selector).insertAdjacentHTML('beforeend', markup);
const set = (selector: string, name: string, value: string) => () =>
  find(selector).setAttribute(name, value);

const onChange = vi.fn();
let stop: Dispose;

/** Lets the observer hear, and what is gathered be read. */
const pass = () => vi.advanceTimersByTimeAsync(500);

beforeEach(() => {
  vi.useFakeTimers();
  showMarkup(PAGE);
  onChange.mockReset();
  stop = watchPage(document, onChange, { anchor: '.badge', stockLabel: '..no selector' });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

test.each<[string, () => void]>([
  ['a slide', add('.gallery', '<div class="slide"><img alt=""><button>Next</button></div>')],
  ['a class of a slide', set('.gallery', 'class', 'gallery disabled active')],
  ['a class that is written again', set('.swatch-option', 'class', 'swatch-option')],
  ['a class of the body', set('body', 'class', 'catalog-product-view _has-modal')],
  ['a price drawn anew', () => find('#product-price-5').replaceChildren('$2')],
  ['a tile', add('ol', '<li class="product-item"><p class="stock unavailable"></p></li>')],
  ['a choice in a tile', set('.product-item .swatch-attribute', 'data-option-selected', '4')],
  ['an empty dialog', add('main', '<div role="dialog"><p>Hello</p></div>')],
  ['a script of a component', add('main', '<script type="text/x-magento-init">{"a": {}}</script>')],
  ['a button of the widget', add('form', '<div class="back-in-stock"><button></button></div>')],
  ['the modal', add('body', '<back-in-stock-modal></back-in-stock-modal>')],
  ['the text of the button', () => find('.back-in-stock button').replaceChildren('Say when')],
  [
    'a change event elsewhere',
    () => find('.gallery').dispatchEvent(new Event('change', { bubbles: true })),
  ],
])('%s is passed over', async (_name, change) => {
  change();
  await pass();
  expect(onChange).not.toHaveBeenCalled();
});

test.each<[string, () => void]>([
  ['another name', () => find('.base').replaceChildren('Cup')],
  ['another label', set('.stock', 'class', 'stock unavailable')],
  ['a label that went', () => find('.stock').remove()],
  ['another product', set('[name=product]', 'value', '6')],
  ['a choice by a script', set('[name=selected_configurable_option]', 'value', '6')],
  ['a choice', set('form .swatch-attribute', 'data-option-selected', '4')],
  ['a swatch', add('form .swatch-attribute', '<div></div>')],
  ['a sold-out swatch', set('.swatch-option', 'class', 'swatch-option disabled')],
  // With a value, because happy-dom reports an old value that was empty as none.
  ['Add to Cart enabled', () => find('.box-tocart button').removeAttribute('disabled')],
  ['Add to Cart', add('.box-tocart', '<button></button>')],
  ['the class of the page', set('body', 'class', 'page-product-grouped')],
  ['a quick view', add('[role=dialog]', '<div><form data-product-sku="A"></form></div>')],
  ['a placeholder', add('.gallery', '<div data-back-in-stock></div>')],
  ['what the merchant has named', add('main', '<b class="badge"></b>')],
  ['that it went', () => find('.badge').remove()],
  ['product data', add('main', '<script data-back-in-stock-product>{}</script>')],
  [
    'a configuration',
    add('main', '<script type="text/x-magento-init">{"a": {"spConfig": {}}}</script>'),
  ],
  ['the button taken away', () => find('.back-in-stock').remove()],
  [
    'a class that was another one for a moment',
    () => {
      set('.swatch-option', 'class', 'swatch-option disabled')();
      set('.swatch-option', 'class', 'swatch-option')();
    },
  ],
  ['what holds it', () => find('.product-info-main').replaceChildren()],
  [
    'a change event of an option',
    () => find('.swatch-option').dispatchEvent(new Event('change', { bubbles: true })),
  ],
])('%s is reported', async (_name, change) => {
  change();
  await pass();
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('what pours in is reported once in 200 ms, and the last always', async () => {
  await vi.advanceTimersByTimeAsync(1000);
  for (let change = 0; change < 100; change += 1) {
    find('h1').append('!');
    await vi.advanceTimersByTimeAsync(20);
  }
  expect(onChange.mock.calls.length).toBeLessThanOrEqual(11);
  onChange.mockReset();
  find('h1').append('!');
  await pass();
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('nothing is reported after the disposal', async () => {
  find('h1').append('!');
  stop();
  find('h1').append('!');
  await pass();
  expect(onChange).not.toHaveBeenCalled();
});

test('without settings anything may matter', async () => {
  stop();
  stop = watchPage(document, onChange);
  find('.gallery').append('!');
  await pass();
  expect(onChange).toHaveBeenCalledTimes(1);
});
