import { describe, expect, test, vi } from 'vitest';
import type { Options } from '../../src/configuration/options.ts';
import type { Remember } from '../../src/page/adapter.ts';
import { readStock, SOLD_OUT_LABEL } from '../../src/page/stock.ts';
import { watchConsole } from '../support/console.ts';
import { setStoreView, showMarkup } from '../support/luma-page.ts';
import { addSettingsTag } from '../support/product-tag.ts';
import { found, foundSimple, startShop } from '../support/shop.ts';
import {
  findButtons,
  readOffer,
  SETTINGS,
  settle,
  startWidget,
  waitForButton,
} from '../support/widget.ts';

const LABEL = '<div class="stock unavailable" title="Availability"><span>Out of stock</span></div>';
const AVAILABLE = '<div class="stock available" title="Availability"><span>In stock</span></div>';

const PRICE = '<span id="product-price-7" data-price-amount="9">$9.00</span>';

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

  test('within its tile is judged by its own label', () => {
    show(`<li class="product-item"><div role="dialog">${LABEL}</div></li>`);
    expect(isUnavailable(find())).toBe(true);
  });
});

const BOX = '<div class="box-tocart"><button id="product-addtocart-button">Add</button></div>';
const SHUT = BOX.replace('<button', '<button disabled');
const availability = (state: string) =>
  `<div itemscope itemtype="https://schema.org/Offer"><link itemprop="availability" href="https://schema.org/${state}"></div>`;
const provider = (salable: string) =>
  `<script type="text/x-magento-init">${JSON.stringify({
    '*': {
      'Magento_Catalog/js/product/view/provider': {
        data: { items: { 7: { id: '7', type: 'simple', is_salable: salable } } },
      },
    },
  })}</script>`;
/** A card of another product that is no tile, with Magento's own label. */
const CARD = `<ul class="bought-together"><li><a href="/lamp.html">Lamp</a>${LABEL}</li></ul>`;

interface Parts {
  readonly column?: string;
  /** The content of the form; without it there is no form, as in Hyvä. */
  readonly form?: string | undefined;
  readonly below?: string;
}

/** The page of product 7 with these signs of its stock. */
function showSigns({ column = '', form, below = '' }: Parts): void {
  const inForm =
    form === undefined
      ? ''
      : `<form id="product_addtocart_form" data-product-sku="LA-1"><input name="product" value="7">${form}</form>`;
  show(`<div class="product-info-main"><h1>Lantern</h1>${PRICE}${column}${inForm}</div>${below}`);
}

const SETTINGS_WITHOUT_SHOP = { ...SETTINGS, graphql: '' };

/** What the widget offers on the page of product 7. */
async function readOffered(parts: Parts, options: Options = SETTINGS_WITHOUT_SHOP) {
  const { messages } = watchConsole();
  setStoreView('1');
  showSigns(parts);
  const handle = await startWidget(options);
  await settle(handle);
  return { isOffered: findButtons().length > 0, messages };
}

describe('Magento’s long scripts are looked through', () => {
  test.each<[string, Parts, boolean]>([
    ['not with Add to Cart, and a label that agrees', { column: AVAILABLE, form: BOX }, false],
    ['not with Add to Cart, where the shop prints no label', { form: BOX }, false],
    ['with Add to Cart that cannot be pressed', { column: AVAILABLE, form: SHUT }, true],
    ['with Add to Cart, and a label that disagrees', { column: LABEL, form: BOX }, true],
    ['without Add to Cart', { column: LABEL, form: '' }, true],
  ])('%s', async (_name, parts, isExpected) => {
    const looked = vi.spyOn(Element.prototype, 'querySelectorAll');
    await readOffered({ ...parts, below: provider('1') });
    const selectors = looked.mock.calls.map(([selector]) => selector);
    looked.mockRestore();
    expect(selectors.some((selector) => selector.includes('x-magento-init'))).toBe(isExpected);
  });

  test('and what they have said holds when Magento has removed them', async () => {
    watchConsole();
    setStoreView('1');
    showSigns({ column: LABEL, form: SHUT, below: provider('1') });
    const handle = await startWidget(SETTINGS_WITHOUT_SHOP);
    await settle(handle);
    document.querySelector('[type="text/x-magento-init"]')?.remove();
    handle.refresh();
    await settle(handle);
    expect(findButtons()).toEqual([]);
  });
});

describe('what can be put into the cart is in stock, whatever a label says', () => {
  test.each<[string, Parts]>([
    ['of another product’s card', { column: AVAILABLE, form: BOX + CARD }],
    ['of another product’s card, where the shop prints no label', { form: BOX + CARD }],
    ['that a theme prints always', { column: LABEL, form: BOX }],
    ['while Luma’s button is still disabled', { column: LABEL, form: SHUT }],
    ['while it is disabled, with two labels', { column: AVAILABLE, form: SHUT, below: CARD }],
    [
      'with a button that only belongs to the form',
      {
        column: LABEL,
        form: '',
        below: '<button type="submit" form="product_addtocart_form">Add to Cart</button>',
      },
    ],
    ['and structured data say the same', { column: LABEL + availability('OutOfStock'), form: BOX }],
  ])('%s', async (_name, parts) => {
    expect((await readOffered(parts)).isOffered).toBe(false);
  });

  test('and the console says which signs disagree, once', async () => {
    const { messages } = await readOffered({ column: LABEL, form: BOX });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('product 7 (Lantern)');
    expect(messages[0]).toContain('label: sold out');
    expect(messages[0]).toContain('Add to Cart: there');
    expect(messages[0]).toContain('stockLabel');
  });
});

describe('what cannot be put into the cart is sold out', () => {
  test.each<[string, Parts]>([
    ['when the label says so', { column: LABEL, form: '' }],
    ['when the label says so and there is no form', { column: LABEL }],
    [
      'when structured data say so, without a label',
      { column: availability('OutOfStock'), form: '' },
    ],
    [
      'when structured data say so, without a label and a form',
      { column: availability('SoldOut') },
    ],
    ['when Magento’s own list says so', { form: '', below: provider('') }],
    [
      'when the label says so beside a button that is disabled, and structured data too',
      {
        column: LABEL + availability('OutOfStock'),
        form: SHUT,
      },
    ],
    [
      'when the label says so and structured data are always the same',
      {
        column: LABEL + availability('InStock'),
        form: '',
      },
    ],
  ])('%s', async (_name, parts) => {
    expect((await readOffered(parts)).isOffered).toBe(true);
  });

  test.each<[string, Parts]>([
    [
      'that the label calls in stock, as where Add to Cart is for customers only',
      { column: AVAILABLE, form: '' },
    ],
    ['that Magento’s own list calls in stock', { form: '', below: provider('1') }],
    ['that structured data call in stock', { column: availability('InStock'), form: '' }],
    [
      'of which a related product’s structured data say so',
      {
        column: AVAILABLE,
        form: '',
        below: `<ol><li class="product-item">${availability('OutOfStock')}</li></ol>`,
      },
    ],
  ])('but not one %s', async (_name, parts) => {
    const { isOffered, messages } = await readOffered(parts);
    expect(isOffered).toBe(false);
    expect(messages).toEqual([]);
  });

  test('and two signs that disagree are named in the console', async () => {
    const { messages } = await readOffered({ column: LABEL + availability('InStock'), form: '' });
    expect(messages.join()).toContain('label: sold out, structured data: in stock');
  });
});

describe('a page without any label', () => {
  test('whose form has nothing to send it by is offered, and the console says why', async () => {
    const { isOffered, messages } = await readOffered({ form: '' });
    expect(isOffered).toBe(true);
    expect(messages.join()).toContain('neither a stock label (.stock.unavailable) nor Add to Cart');
  });

  test.each([
    ['sold out', 'OUT_OF_STOCK', 1],
    ['in stock', 'IN_STOCK', 0],
  ])('is first asked about: the shop says that it is %s', async (_name, status, buttons) => {
    watchConsole();
    const { questions } = startShop(found({ ...foundSimple(7, status), sku: 'LA-1' }));
    setStoreView('1');
    showSigns({ form: '' });
    const handle = await startWidget();
    await vi.waitFor(() => expect(questions).toHaveLength(1));
    await settle(handle);
    await vi.waitFor(() => expect(findButtons()).toHaveLength(buttons));
  });

  test('and without a form offers nothing that the shop does not confirm', async () => {
    const { isOffered, messages } = await readOffered({});
    expect(isOffered).toBe(false);
    expect(messages.join()).toContain('Set "graphql"');
  });

  test('and with Add to Cart asks nothing and says nothing', async () => {
    const { isOffered, messages } = await readOffered({ form: BOX });
    expect(isOffered).toBe(false);
    expect(messages).toEqual([]);
  });
});

describe('a wish list’s "configure" page, which has no label', () => {
  const showConfigurePage = (below = '') => {
    showSigns({ form: '', below });
    document.body.className = 'wishlist-index-configure';
  };

  test('offers what Magento’s own list calls a simple product', async () => {
    watchConsole();
    setStoreView('1');
    showConfigurePage(provider(''));
    const handle = await startWidget(SETTINGS_WITHOUT_SHOP);
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['7']);
  });

  test.each([
    ['offers what the shop calls sold out', 'OUT_OF_STOCK', 1],
    ['offers nothing that the shop calls in stock', 'IN_STOCK', 0],
  ])('%s', async (_name, status, buttons) => {
    watchConsole();
    const { questions } = startShop(found({ ...foundSimple(7, status), sku: 'LA-1' }));
    setStoreView('1');
    showConfigurePage();
    const handle = await startWidget();
    await vi.waitFor(() => expect(questions).toHaveLength(1));
    await settle(handle);
    await vi.waitFor(() => expect(findButtons()).toHaveLength(buttons));
  });
});

describe('the setting stockLabel', () => {
  const THEME_LABEL = '<p class="availability-out">Nicht lieferbar</p>';

  test('names the label of a theme', async () => {
    const parts = { column: AVAILABLE.replace('stock', 'state') + THEME_LABEL, form: '' };
    const options = { ...SETTINGS_WITHOUT_SHOP, stockLabel: '.availability-out, .gone' };
    const { isOffered, messages } = await readOffered(parts, options);
    expect(isOffered).toBe(true);
    expect(messages).toEqual([]);
  });

  test('may be in the JSON tag', async () => {
    watchConsole();
    setStoreView('1');
    showSigns({ column: THEME_LABEL });
    addSettingsTag({ stockLabel: '.availability-out' });
    await startWidget(SETTINGS_WITHOUT_SHOP);
    await waitForButton();
  });

  test('that is no selector is named in the console, also where nothing is sold out', async () => {
    const options = { ...SETTINGS_WITHOUT_SHOP, stockLabel: '..label' };
    const { messages } = await readOffered({ column: AVAILABLE, form: BOX }, options);
    expect(messages).toEqual([
      '[back-in-stock] stockLabel cannot be "..label". Give a CSS selector.',
    ]);
  });
});

describe('our own button is no Add to Cart, whatever its classes', () => {
  /** How often a button comes into the page until nothing changes any more. */
  async function countPlacings(parts: Parts, trigger: Options['trigger'] = {}) {
    watchConsole();
    setStoreView('1');
    showSigns(parts);
    let count = 0;
    document.addEventListener('back-in-stock:shown', () => {
      count += 1;
    });
    const handle = await startWidget({ ...SETTINGS_WITHOUT_SHOP, trigger });
    await waitForButton();
    for (let turn = 0; turn < 10; turn += 1) {
      document.body.append('changed');
      await settle(handle);
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(findButtons()).toHaveLength(1);
    return count;
  }

  test.each<[string, Parts, Options['trigger']]>([
    [
      'those of Luma’s own button',
      { column: LABEL, form: '' },
      { classes: 'action primary tocart' },
    ],
    [
      'or the place that it has in the box',
      { column: LABEL, form: '<div class="box-tocart"><div data-back-in-stock></div></div>' },
      {},
    ],
  ])('%s', async (_name, parts, trigger) => {
    expect(await countPlacings(parts, trigger)).toBe(1);
  });
});

describe('where signs disagree, the shop decides', () => {
  test.each<[string, Parts, string, number]>([
    ['a disabled button beside the label', { column: LABEL, form: SHUT }, 'OUT_OF_STOCK', 1],
    ['a disabled button beside the label', { column: LABEL, form: SHUT }, 'IN_STOCK', 0],
    ['a card with a label, and no Add to Cart', { form: '', column: CARD }, 'IN_STOCK', 0],
    ['a card with a label, and no Add to Cart', { form: '', column: CARD }, 'OUT_OF_STOCK', 1],
    ['structured data', { form: '', column: LABEL + availability('InStock') }, 'IN_STOCK', 0],
    [
      'structured data',
      { form: '', column: AVAILABLE + availability('SoldOut') },
      'OUT_OF_STOCK',
      1,
    ],
  ])('%s', async (_name, parts, status, buttons) => {
    watchConsole();
    const { questions } = startShop(found({ ...foundSimple(7, status), sku: 'LA-1' }));
    setStoreView('1');
    showSigns(parts);
    const handle = await startWidget();
    await vi.waitFor(() => expect(questions).toHaveLength(1));
    await settle(handle);
    await vi.waitFor(() => expect(findButtons()).toHaveLength(buttons));
  });

  test('but not over Magento’s own word that it is in stock', async () => {
    const { questions } = startShop(found());
    watchConsole();
    setStoreView('1');
    showSigns({ form: '', column: CARD, below: provider('1') });
    const handle = await startWidget();
    await settle(handle);
    expect(findButtons()).toEqual([]);
    expect(questions).toEqual([]);
  });
});

test('Add to Cart is known without a type, and outside of the form by Magento’s id', async () => {
  for (const parts of [
    { form: `<button class="btn-cart">Add</button>${CARD}` },
    { form: CARD, below: '<button id="product-addtocart-button" class="tocart">Add</button>' },
  ]) {
    expect((await readOffered(parts)).isOffered).toBe(false);
  }
});

test('what else a box may hold is no Add to Cart, and neither is a card’s', async () => {
  const wishList =
    '<div class="box-tocart"><button type="button" class="towishlist">Wish</button></div>';
  expect((await readOffered({ column: LABEL, form: wishList })).isOffered).toBe(true);
  const card = '<div class="card"><form><button class="tocart">Add</button></form></div>';
  expect((await readOffered({ column: LABEL, below: card })).isOffered).toBe(true);
});
