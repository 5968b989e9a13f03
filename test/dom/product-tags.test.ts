import { describe, expect, test, vi } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { setStoreView, showMarkup, showProductPage } from '../support/luma-page.ts';
import { chooseSwatch, startSwatches } from '../support/luma-widgets.ts';
import { addProductTag, plainData, variedData } from '../support/product-tag.ts';
import { startShop } from '../support/shop.ts';
import {
  findButtons,
  openDialog,
  readOffer,
  SETTINGS,
  settle,
  startWidget,
  waitForButton,
  waitForNoButton,
} from '../support/widget.ts';

/** What the page itself says to be sold out. */
const BY_PAGE = ['2003', '2009', '2010', '2011', '2012'];

/** Data of the configurable that the page is about: everything can be bought but 2002 and 2012. */
const SHOE = {
  id: '2013',
  name: 'Trail Runner 2',
  type: 'configurable',
  attributes: [
    { id: '93', code: 'color', label: 'Colour' },
    { id: '144', code: 'size', label: 'Size' },
  ],
  variants: ['49', '50', '51'].flatMap((colour, row) =>
    ['166', '167', '168', '169'].map((size, column) => ({
      id: String(2001 + row * 4 + column),
      options: { 93: { id: colour, label: colour }, 144: { id: size, label: size } },
      salable: ![2002, 2012].includes(2001 + row * 4 + column),
    })),
  ),
};

describe('product data that the server has printed', () => {
  test('count more than what the page says', async () => {
    await showProductPage('trail-runner');
    addProductTag(SHOE);
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['2002', '2012']);
  });

  test('know what the page hides', async () => {
    await showProductPage('trail-runner', { stock: 'hidden' });
    addProductTag(SHOE);
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['2002', '2012']);
  });

  test('say that everything can be bought, whatever the page says', async () => {
    await showProductPage('trail-runner');
    addProductTag({ ...SHOE, variants: SHOE.variants.map((one) => ({ ...one, salable: true })) });
    const handle = await startWidget();
    expect(await handle.open()).toBe(false);
    expect(findButtons()).toEqual([]);
  });

  test('leave the choice to the page', async () => {
    await showProductPage('trail-runner');
    startSwatches('trail-runner');
    addProductTag(SHOE);
    const handle = await startWidget();
    await waitForButton();
    chooseSwatch('93', '49');
    await vi.waitFor(async () => expect(await readOffer(handle)).toEqual(['2002']));
    chooseSwatch('144', '166');
    await waitForNoButton();
  });

  test('may come after the start', async () => {
    await showProductPage('trail-runner', { stock: 'hidden' });
    const handle = await startWidget();
    await settle(handle);
    expect(findButtons()).toEqual([]);
    addProductTag(SHOE);
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['2002', '2012']);
  });

  test('may be replaced', async () => {
    await showProductPage('camp-lantern');
    const tag = addProductTag(plainData('2045'));
    await startWidget();
    await waitForButton();
    tag.remove();
    addProductTag(plainData('2045', true));
    await waitForNoButton();
  });

  test('whose text changes are read anew by refresh', async () => {
    await showProductPage('camp-lantern');
    const tag = addProductTag(plainData('2045'));
    const handle = await startWidget();
    await waitForButton();
    tag.textContent = JSON.stringify(plainData('2045', true));
    handle.refresh();
    await waitForNoButton();
  });

  test('may have ids as numbers', async () => {
    await showProductPage('camp-lantern');
    addProductTag({
      id: 2045,
      name: 'x',
      type: 'simple',
      variants: [{ id: 2045, salable: false }],
    });
    const handle = await startWidget();
    expect(await readOffer(handle)).toEqual(['2045']);
  });

  test('give the store view, where neither page nor merchant does', async () => {
    const { subscriptions } = startShop({});
    await showProductPage('camp-lantern', { storeId: null });
    addProductTag({ ...plainData('2045'), storeId: 4 });
    const handle = await startWidget();
    await handle.open();
    const email = openDialog().querySelector('input');
    if (email) email.value = 'sam@example.com';
    email?.dispatchEvent(new Event('input', { bubbles: true }));
    openDialog().querySelector<HTMLElement>('.submit')?.click();
    await vi.waitFor(() => expect(subscriptions.join()).toMatch(/variant=2045&.*store=4$/));
  });

  test.each<[string, unknown, string]>([
    ['the merchant’s', '9', '9'],
    ['the data’s, where the merchant sets none', '', '4'],
  ])('of the store views that are given, %s counts', async (_name, store, expected) => {
    const { subscriptions } = startShop({});
    await showProductPage('camp-lantern', { storeId: '2' });
    addProductTag({ ...plainData('2045'), storeId: '4' });
    const handle = await startWidget({ ...SETTINGS, store: String(store) });
    await handle.open();
    const email = openDialog().querySelector('input');
    if (email) email.value = 'sam@example.com';
    email?.dispatchEvent(new Event('input', { bubbles: true }));
    openDialog().querySelector<HTMLElement>('.submit')?.click();
    await vi.waitFor(() => expect(subscriptions.join()).toContain(`store=${expected}`));
  });
});

describe('of several tags, the page takes', () => {
  test('the one with its own id, wherever it is', async () => {
    await showProductPage('trail-runner');
    for (const data of [plainData('7'), variedData('8'), SHOE, plainData('9')]) addProductTag(data);
    const handle = await startWidget();
    await waitForButton();
    expect(findButtons()).toHaveLength(1);
    expect(await readOffer(handle)).toEqual(['2002', '2012']);
  });

  test('none that is another product’s', async () => {
    await showProductPage('trail-runner');
    addProductTag(plainData('7'));
    const handle = await startWidget();
    expect(await readOffer(handle)).toEqual(BY_PAGE);
    expect(await handle.open('7')).toBe(false);
  });

  test('none on a page that is no product’s', async () => {
    showMarkup('<body class="catalog-category-view"><h1>Sale</h1></body>');
    setStoreView('1');
    addProductTag(plainData('7'));
    const handle = await startWidget();
    await settle(handle);
    expect(findButtons()).toEqual([]);
  });

  test('the only one, where a theme does not print the product’s id', async () => {
    showMarkup(
      '<body class="catalog-product-view"><h1>Lantern</h1><div data-back-in-stock></div></body>',
    );
    setStoreView('1');
    addProductTag(plainData('7'));
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['7']);
  });

  test('none of a related product’s tile, where a theme does not print the product’s id', async () => {
    showMarkup(
      '<body class="catalog-product-view"><h1>Lantern</h1><div data-back-in-stock></div><ol><li class="product-item"></li></ol></body>',
    );
    setStoreView('1');
    addProductTag(plainData('7'), document.querySelector('.product-item') ?? undefined);
    const handle = await startWidget();
    await settle(handle);
    expect(await handle.open('7')).toBe(false);
    expect(findButtons()).toEqual([]);
  });

  test('the one with its own SKU, where a theme prints that alone', async () => {
    showMarkup(
      `<body class="catalog-product-view"><h1>Lantern</h1><div class="sku"><i itemprop="sku">SKU-8</i></div><div data-back-in-stock></div></body>`,
    );
    setStoreView('1');
    addProductTag(plainData('7'));
    addProductTag(plainData('8'));
    startShop({});
    watchConsole();
    const handle = await startWidget();
    await settle(handle);
    expect(await handle.open('7')).toBe(false);
    expect(await handle.open('8')).toBe(true);
  });
});

describe('a tag that cannot be read', () => {
  test.each<[string, unknown]>([
    ['breaks off', '{"id": "2013", "variants": ['],
    ['is empty', ''],
    ['is HTML', '<!-- no product -->'],
    ['is a list', [SHOE]],
    ['lacks its variants', { ...SHOE, variants: null }],
    ['does not say what can be bought', { ...SHOE, variants: [{ id: 1, options: [] }] }],
  ])('because it %s is logged once, and the page is read instead', async (_name, data) => {
    const { messages, errors } = watchConsole();
    await showProductPage('trail-runner');
    addProductTag(data);
    const handle = await startWidget();
    await waitForButton();
    document.body.append('changed');
    handle.refresh();
    await settle(handle);
    expect(await readOffer(handle)).toEqual(BY_PAGE);
    expect(messages).toHaveLength(1);
    expect(errors[0]).toContain('data-back-in-stock-product');
  });

  test('that is null is none, as PHP prints nothing', async () => {
    const { messages } = watchConsole();
    await showProductPage('trail-runner');
    addProductTag(null);
    const handle = await startWidget();
    expect(await readOffer(handle)).toEqual(BY_PAGE);
    expect(messages).toEqual([]);
  });

  test('does not spoil the others', async () => {
    const { messages } = watchConsole();
    await showProductPage('trail-runner');
    addProductTag('{');
    addProductTag(SHOE);
    const handle = await startWidget();
    expect(await readOffer(handle)).toEqual(['2002', '2012']);
    expect(messages).toHaveLength(1);
  });
});

test('the id of the configurable itself, given as a variant, is never offered', async () => {
  watchConsole();
  await showProductPage('trail-runner');
  addProductTag({ ...SHOE, attributes: [], variants: [{ id: '2013', salable: false }] });
  const handle = await startWidget();
  expect(await handle.open()).toBe(false);
  expect(findButtons()).toEqual([]);
});

test('names with HTML in them stay texts', async () => {
  await showProductPage('trail-runner');
  const [colour, size] = SHOE.attributes;
  addProductTag({
    ...SHOE,
    name: '<img src=x onerror=alert(1)>',
    attributes: [{ ...colour, label: '<b>Colour</b>' }, size],
  });
  const handle = await startWidget();
  await handle.open();
  expect(openDialog().querySelector('h2')?.textContent).toBe('<img src=x onerror=alert(1)>');
  expect(openDialog().querySelector('label')?.textContent).toContain('<b>Colour</b> / Size');
  expect(openDialog().querySelector('img, label b')).toBeNull();
});
