import { beforeEach, describe, expect, test, vi } from 'vitest';
import { nameOf, rememberAsked } from '../../src/subscribe/asked.ts';
import { showProductPage } from '../support/luma-page.ts';
import { chooseSwatch, startSwatches } from '../support/luma-widgets.ts';
import { addProductTag, plainData } from '../support/product-tag.ts';
import { SETTINGS, settle, startWidget, waitForButton } from '../support/widget.ts';

// When the button says that the shopper is on the list.

const NORMAL = 'Notify me when available';
const ON_LIST = 'You are on the list';

/** All sold-out children of the trail runner in Blue. */
const BLUE = ['2009', '2010', '2011', '2012'];

const remember = (...ids: string[]) => {
  for (const id of ids) rememberAsked(nameOf('1', id), 90);
};

const readEntry = () => localStorage.getItem('back-in-stock-asked');

const countReads = () =>
  vi.mocked(localStorage.getItem).mock.calls.filter(([key]) => key === 'back-in-stock-asked');

beforeEach(() => {
  vi.restoreAllMocks();
});

/** The lamp as the shop's own code describes it. */
const lamp = (salable: boolean) => plainData('2045', salable, 'Camp Lantern');

describe('several variants on offer', () => {
  test('are on the list when all of them are', async () => {
    remember(...BLUE);
    await showProductPage('trail-runner');
    startSwatches('trail-runner');
    const handle = await startWidget();
    await waitForButton();
    chooseSwatch('93', '51');
    await settle(handle);
    expect((await waitForButton()).textContent).toBe(ON_LIST);
  });

  test('are not when one is missing', async () => {
    remember(...BLUE.slice(1));
    await showProductPage('trail-runner');
    startSwatches('trail-runner');
    const handle = await startWidget();
    await waitForButton();
    chooseSwatch('93', '51');
    await settle(handle);
    expect((await waitForButton()).textContent).toBe(NORMAL);
  });
});

test('the id is the one that Klaviyo has', async () => {
  remember('LANTERN-2');
  await showProductPage('camp-lantern');
  await startWidget({ ...SETTINGS, variantId: 'sku' });
  expect((await waitForButton()).textContent).toBe(ON_LIST);
});

test('the days may be a text, as in an attribute, and 0 ends it', async () => {
  remember('2045');
  await showProductPage('camp-lantern');
  const handle = await startWidget({ ...SETTINGS, rememberDays: '90' });
  expect((await waitForButton()).textContent).toBe(ON_LIST);
  handle.destroy();
  await startWidget({ ...SETTINGS, rememberDays: '0' });
  expect((await waitForButton()).textContent).toBe(NORMAL);
});

describe('a variant in stock', () => {
  test('is forgotten, and another one is not', async () => {
    remember('2045', '2003');
    await showProductPage('camp-lantern');
    const handle = await startWidget({ ...SETTINGS, product: lamp(true) });
    await settle(handle);
    expect(readEntry()).toMatch(/^\[\["1:2003",\d+\]\]$/);
  });

  test('is not forgotten by another store view', async () => {
    remember('2045');
    const before = readEntry();
    await showProductPage('camp-lantern');
    const handle = await startWidget({ ...SETTINGS, store: '2', product: lamp(true) });
    await settle(handle);
    expect(readEntry()).toBe(before);
  });

  test('is forgotten while the page stays open, and the button goes', async () => {
    remember('2045');
    let salable = false;
    await showProductPage('camp-lantern');
    const handle = await startWidget({ ...SETTINGS, product: () => lamp(salable) });
    expect((await waitForButton()).textContent).toBe(ON_LIST);
    salable = true;
    handle.refresh();
    await settle(handle);
    expect(readEntry()).toBe('[]');
    salable = false;
    handle.refresh();
    expect((await waitForButton()).textContent).toBe(NORMAL);
  });
});

test('a page about no product does not look into the storage for it', async () => {
  document.documentElement.innerHTML = '<body class="cms-index-index"><h1>Welcome</h1></body>';
  vi.spyOn(localStorage, 'getItem');
  const handle = await startWidget();
  await settle(handle);
  expect(countReads()).toEqual([]);
});

describe('another tab', () => {
  const tell = (key: string | null) =>
    dispatchEvent(new StorageEvent('storage', { key, newValue: null }));

  test('changes the button, and other entries do not', async () => {
    await showProductPage('camp-lantern');
    await startWidget();
    const button = await waitForButton();
    remember('2045');
    tell('mage-cache-storage');
    expect(button.textContent).toBe(NORMAL);
    tell('back-in-stock-asked');
    expect(button.textContent).toBe(ON_LIST);
    localStorage.clear();
    tell(null);
    expect(button.textContent).toBe(NORMAL);
  });

  test('is not heard after the end', async () => {
    await showProductPage('camp-lantern');
    const handle = await startWidget();
    await waitForButton();
    handle.destroy();
    remember('2045');
    tell('back-in-stock-asked');
    expect(document.querySelector('.back-in-stock')).toBeNull();
  });
});

test('the tile of a product that is described says so, and changes with it', async () => {
  document.body.innerHTML =
    '<ol><li class="item product product-item"><div class="product-item-info" id="product-item-info_2045"><a class="product-item-link" href="/lamp">Camp Lantern</a><div class="stock unavailable"><span>Out of stock</span></div></div></li></ol>';
  document.body.className = 'catalog-category-view';
  addProductTag(lamp(false));
  await startWidget({ ...SETTINGS, store: '1', listing: true });
  const button = await waitForButton();
  expect(button.textContent).toBe(NORMAL);
  remember('2045');
  dispatchEvent(new StorageEvent('storage', { key: 'back-in-stock-asked' }));
  expect((await waitForButton()).textContent).toBe(ON_LIST);
});
