import { afterEach, describe, expect, test, vi } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { setStoreView, showMarkup } from '../support/luma-page.ts';
import { addProductTag, addSettingsTag, plainData, variedData } from '../support/product-tag.ts';
import { found, foundConfigurable, foundSimple, startShop } from '../support/shop.ts';
import {
  findButtons,
  findDialog,
  loadWidget,
  openDialog,
  SETTINGS,
  settle,
  startWidget,
  waitForButton,
  waitForDialog,
} from '../support/widget.ts';

const LISTING = { ...SETTINGS, listing: true };
const LABEL = '<div class="stock unavailable"><span>Out of stock</span></div>';

/** A tile as Luma prints it: the picture's link comes before the name's. */
const tile = (id: string, name = `Product ${id}`, action = LABEL) =>
  `<li class="product-item"><div class="product-item-info" id="product-item-info_${id}">
    <a class="product-item-photo" href="/product-${id}.html"><img alt=""></a>
    <a class="product-item-link" href="/product-${id}.html">${name}</a>${action}</div></li>`;

function showList(tiles: string, before = ''): void {
  showMarkup(
    `<body class="catalog-category-view">${before}<ol class="product-items">${tiles}</ol></body>`,
  );
  setStoreView('1');
}

const findTile = (id: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(`#product-item-info_${id}`);
  if (!element) throw new Error(`There is no tile of ${id}.`);
  return element;
};

const press = (id: string) =>
  findTile(id).querySelector<HTMLElement>('.back-in-stock button')?.click();

/** Notes where the shopper is sent. */
function watchLocation(): string[] {
  const addresses: string[] = [];
  vi.spyOn(location, 'assign').mockImplementation((address) => {
    addresses.push(String(address));
  });
  return addresses;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a list', () => {
  test('gets no more buttons when the merchant ends the widget at the first', async () => {
    showList(tile('7') + tile('8') + tile('9'));
    const before = document.documentElement.outerHTML;
    const start = await loadWidget();
    const handle = start({ ...LISTING, on: { shown: () => handle.destroy() } });
    await settle(handle);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('stays as it is without the setting', async () => {
    const { questions } = startShop(found());
    showList(tile('7'));
    const before = document.body.innerHTML;
    const handle = await startWidget(SETTINGS);
    expect(await handle.open()).toBe(false);
    expect(document.body.innerHTML).toBe(before);
    expect(questions).toEqual([]);
  });

  test.each([false, true])(
    'has a button in every sold-out tile, and nothing is asked before one is pressed (checkStock %s)',
    async (checkStock) => {
      const { questions } = startShop(found());
      showList(tile('7') + tile('8', 'Mug', '<div class="stock available"></div>') + tile('9'));
      const handle = await startWidget({ ...LISTING, checkStock });
      await waitForButton();
      expect(findButtons()).toHaveLength(2);
      expect(findTile('8').querySelector('button')).toBeNull();
      expect(questions).toEqual([]);
      handle.destroy();
      expect(findButtons()).toEqual([]);
    },
  );

  test.each<[string, string]>([
    ['has no link', tile('7').replaceAll('<a ', '<b ')],
    ['is a label of its own', `<li>${LABEL}</li>`],
  ])('has no button in what %s, and does not mind', async (_name, content) => {
    const { messages } = watchConsole();
    startShop(found());
    showList(content + tile('9'));
    const handle = await startWidget(LISTING);
    await settle(handle);
    expect(findButtons()).toHaveLength(1);
    expect(messages).toEqual([]);
  });

  test('has tiles that have nothing but their address, and takes no other product for them', async () => {
    const mug = { ...foundSimple(7), url_key: 'product-7' };
    startShop(found({ ...foundSimple(8), url_key: 'product-8' }, mug));
    showList(tile('7').replace('product-item-info_7', ''));
    await startWidget(LISTING);
    (await waitForButton()).click();
    await waitForDialog();
    expect(openDialog().querySelector('h2')?.textContent).toBe('Product 7');
  });

  test('shows what a tile shows now, when a theme puts another product into its elements', async () => {
    const { questions } = startShop(found({ ...foundSimple(8), url_key: 'product-8' }));
    showList(tile('7'));
    const handle = await startWidget(LISTING);
    await waitForButton();
    for (const link of document.querySelectorAll('a')) link.href = '/product-8.html';
    document.querySelector('#product-item-info_7')?.setAttribute('id', 'product-item-info_8');
    document.body.append('changed');
    await settle(handle);
    findButtons()[0]?.click();
    await waitForDialog();
    expect(questions[0]?.variables).toEqual({ filter: { url_key: { eq: 'product-8' } } });
    expect(openDialog().querySelector('h2')?.textContent).toBe('Product 8');
  });

  test('has tiles that are known by their price, as in Hyvä', async () => {
    const { questions } = startShop(found(foundSimple(7)));
    showList(
      `<div class="product-item"><a class="product-item-link" href="/mug.html">Mug</a><div class="price-box" data-product-id="7"></div><p class="stock unavailable"></p></div>`,
    );
    await startWidget(LISTING);
    (await waitForButton()).click();
    await waitForDialog();
    expect(questions[0]?.variables).toEqual({ filter: { url_key: { eq: 'mug' } } });
  });

  test('has buttons with the name of the tile’s product, whatever it looks like', async () => {
    startShop(found());
    showList(tile('7', '&lt;b&gt;Mug&lt;/b&gt;'));
    const details: unknown[] = [];
    const on = { shown: (detail: unknown) => details.push(detail) };
    await startWidget({ ...LISTING, on, texts: { trigger: 'Wait for {product_name}' } });
    await waitForButton('Wait for <b>Mug</b>');
    expect(details).toMatchObject([{ product: { id: '7', name: '<b>Mug</b>' } }]);
  });
});

describe('the button of a tile', () => {
  test('offers the sold-out children of a configurable', async () => {
    startShop(found(foundConfigurable(29, 24)));
    showList(tile('29'));
    await startWidget(LISTING);
    await waitForButton();
    press('29');
    await waitForDialog();
    const options = [...openDialog().querySelectorAll('option')].slice(1);
    expect(options.map(({ value }) => value)).toEqual(['23', '25']);
  });

  test('asks only once, also when it is pressed again meanwhile', async () => {
    const { questions } = startShop(found(foundSimple(7)));
    showList(tile('7'));
    await startWidget(LISTING);
    await waitForButton();
    press('7');
    press('7');
    await waitForDialog();
    openDialog().close();
    press('7');
    await waitForDialog();
    expect(questions).toHaveLength(1);
    expect(document.querySelectorAll('back-in-stock-modal')).toHaveLength(1);
  });

  test.each<[string, object | string]>([
    ['the shop gives no answer', '<!doctype html>'],
    ['the shop does not know it', found()],
    ['the shop answers with another product', found(foundSimple(8))],
    ['it has come back', found(foundSimple(7, 'IN_STOCK'))],
  ])('leads to the product’s page when %s', async (_name, answer) => {
    watchConsole();
    const addresses = watchLocation();
    startShop(answer);
    showList(tile('7'));
    await startWidget(LISTING);
    await waitForButton();
    press('7');
    await vi.waitFor(() =>
      expect(addresses).toEqual([new URL('/product-7.html', location.href).href]),
    );
    expect(findDialog()?.open).toBeFalsy();
    await waitForButton();
  });

  test('leads to the product’s page where there is no GraphQL', async () => {
    watchConsole();
    const addresses = watchLocation();
    const { questions } = startShop(found(foundSimple(7)));
    showList(tile('7'));
    await startWidget({ ...LISTING, graphql: '' });
    await waitForButton();
    press('7');
    await vi.waitFor(() => expect(addresses).toHaveLength(1));
    expect(questions).toEqual([]);
  });

  test('leads nowhere once the widget has ended', async () => {
    watchConsole();
    const addresses = watchLocation();
    let answer = (_given: object) => {};
    const { questions } = startShop(
      () =>
        new Promise<object>((resolve) => {
          answer = resolve;
        }),
    );
    showList(tile('7'));
    const handle = await startWidget(LISTING);
    await waitForButton();
    press('7');
    await vi.waitFor(() => expect(questions).toHaveLength(1));
    handle.destroy();
    answer(found());
    await settle(handle);
    expect(addresses).toEqual([]);
  });
});

describe('a tile for which the server has printed the product', () => {
  test('asks nothing, and offers what cannot be bought', async () => {
    const { questions } = startShop(found());
    showList(tile('7') + tile('29'));
    addProductTag(plainData('7'), findTile('7'));
    addProductTag(variedData('29'), findTile('29'));
    await startWidget(LISTING);
    await waitForButton();
    press('29');
    await waitForDialog();
    const options = [...openDialog().querySelectorAll('option')].slice(1);
    expect(options.map(({ value }) => value)).toEqual(['2901', '2902']);
    expect(questions).toEqual([]);
  });

  test('has no button when it can be bought after all', async () => {
    startShop(found());
    showList(tile('7') + tile('8'));
    addProductTag(plainData('7', true), findTile('7'));
    await startWidget(LISTING);
    await waitForButton();
    expect(findTile('7').querySelector('button')).toBeNull();
    expect(findTile('8').querySelector('button')).not.toBeNull();
  });

  test('has its button in the tile, wherever the merchant wants that of a product page', async () => {
    const { messages } = watchConsole();
    startShop(found());
    showList(tile('7') + tile('8'));
    addProductTag(plainData('7'), findTile('7'));
    const handle = await startWidget({ ...LISTING, trigger: { anchor: '.product-info-price' } });
    await settle(handle);
    expect(findTile('8').querySelectorAll('button')).toHaveLength(1);
    expect(findTile('7').querySelectorAll('button')).toHaveLength(1);
    expect(messages).toEqual([]);
  });
});

describe('the setting', () => {
  test('may be in the JSON tag', async () => {
    startShop(found());
    showList(tile('7'));
    addSettingsTag({ listing: true });
    await startWidget(SETTINGS);
    await waitForButton();
  });

  test('counts as init gives it, over the JSON tag', async () => {
    startShop(found());
    showList(tile('7'));
    addSettingsTag({ listing: true });
    const handle = await startWidget({ ...SETTINGS, listing: false });
    await settle(handle);
    expect(findButtons()).toEqual([]);
  });

  test.each([null, undefined])(
    'that init gives as %s is none, as for every other setting',
    async (listing) => {
      startShop(found());
      showList(tile('7'));
      addSettingsTag({ listing: true });
      await startWidget({ ...SETTINGS, listing } as never);
      await waitForButton();
    },
  );
});

describe('a tile', () => {
  test('that says nothing but its name and address is called by them in the console', async () => {
    const { messages } = watchConsole();
    startShop('<html><title>403 Forbidden</title></html>');
    const addresses = watchLocation();
    showList(tile('7', 'Lamp').replace('product-item-info_7', ''));
    await startWidget(LISTING);
    (await waitForButton()).click();
    await vi.waitFor(() => expect(addresses).toHaveLength(1));
    expect(messages.join()).toContain('"Lamp" (');
    expect(messages.join()).toContain('/product-7.html)');
    expect(messages.join()).not.toContain('undefined');
  });

  test('that can be put into the cart has no button, whatever label it has', async () => {
    startShop(found());
    const form = '<form data-role="tocart-form"><button class="tocart">Add</button></form>';
    showList(tile('7', 'Lamp', form + LABEL) + tile('9'));
    await startWidget(LISTING);
    await waitForButton();
    expect(findButtons()).toHaveLength(1);
    expect(findTile('9').querySelector('button')).not.toBeNull();
  });

  test('with the label of a theme has a button when the setting names that label', async () => {
    startShop(found());
    showList(tile('7', 'Lamp', '<p class="gone">Gone</p>') + tile('8', 'Mug', ''));
    await startWidget({ ...LISTING, stockLabel: '.sold-out, .gone' });
    await waitForButton();
    expect(findButtons()).toHaveLength(1);
  });
});

describe('tiles without a label, as Luma prints related products', () => {
  const related = `<div class="block related"><ol>${tile('7', 'Lamp', '')}${tile('8', 'Mug', '')}${tile('13', 'Shoe', '')}</ol></div>`;

  test('have buttons where the server has printed that they are sold out', async () => {
    const { questions } = startShop(found());
    showList(related);
    addProductTag(plainData('7'));
    addProductTag(plainData('8', true));
    addProductTag(variedData('13'));
    await startWidget(LISTING);
    await waitForButton();
    expect(findButtons()).toHaveLength(1);
    press('7');
    await waitForDialog();
    expect(questions).toEqual([]);
  });

  test('are known by their price, or by the links to compare and to the wish list', async () => {
    startShop(found());
    const price = '<div class="price-box" data-product-id="7"></div>';
    const post = JSON.stringify({
      action: 'https://shop.test/compare/add/',
      data: { product: '8' },
    });
    const link = `<a href="#" class="action tocompare" data-post='${post}'></a>`;
    showList((tile('7', 'Lamp', price) + tile('8', 'Mug', link)).replaceAll(/ id="[^"]*"/g, ''));
    addProductTag(plainData('7'));
    addProductTag(plainData('8'));
    await startWidget(LISTING);
    await vi.waitFor(() => expect(findButtons()).toHaveLength(2));
  });

  test('have none without that', async () => {
    startShop(found());
    showList(related);
    const handle = await startWidget(LISTING);
    await settle(handle);
    expect(findButtons()).toEqual([]);
  });
});

describe('on a product page, sold-out tiles of related products', () => {
  const PRODUCT = `<div class="product-info-main"><h1>Shoe</h1>
    <form id="product_addtocart_form" data-product-sku="SHOE"><input name="product" value="13">
    <div class="box-tocart"><button id="product-addtocart-button">Add</button></div></form></div>`;

  function showProduct(content: string): void {
    showMarkup(`<body class="catalog-product-view">${content}</body>`);
  }

  test('have buttons although the product itself can be bought', async () => {
    startShop(found());
    showProduct(`${PRODUCT}<ol>${tile('7')}</ol>`);
    setStoreView('1');
    await startWidget(LISTING);
    await waitForButton();
    expect(findButtons()).toHaveLength(1);
    expect(findTile('7').querySelector('button')).not.toBeNull();
  });

  test('are subscribed to in the store view of the product’s own data', async () => {
    const { subscriptions } = startShop(found(foundSimple(7)));
    showProduct(`${PRODUCT}<ol>${tile('7')}</ol>`);
    addProductTag({ ...plainData('13', true), storeId: 3 });
    await startWidget(LISTING);
    await waitForButton();
    press('7');
    await waitForDialog();
    const email = openDialog().querySelector('input');
    if (email) email.value = 'sam@example.com';
    email?.dispatchEvent(new Event('input', { bubbles: true }));
    openDialog().querySelector<HTMLElement>('.submit')?.click();
    await vi.waitFor(() => expect(subscriptions.join()).toContain('store=3'));
  });

  test('have no button of the product among them, when that has no place of its own', async () => {
    const { warnings } = watchConsole();
    startShop(found());
    showMarkup(`<body class="catalog-product-view"><h1>Shoe</h1><ol>${tile('7')}</ol></body>`);
    setStoreView('1');
    const handle = await startWidget({ ...SETTINGS, product: plainData('13') });
    await settle(handle);
    expect(findTile('7').querySelector('button')).toBeNull();
    expect(warnings.join()).toContain('no place');
  });
});
