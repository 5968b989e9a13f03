import { describe, expect, test, vi } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { setStoreView, showMarkup, showProductPage } from '../support/luma-page.ts';
import { chooseSwatch, startSwatches } from '../support/luma-widgets.ts';
import { addProductTag, addSettingsTag, plainData, variedData } from '../support/product-tag.ts';
import {
  findButtons,
  loadWidget,
  openDialog,
  readOffer,
  SETTINGS,
  settle,
  startWidget,
  waitForButton,
  waitForDialog,
  waitForNoButton,
} from '../support/widget.ts';

/** A page that is not Magento's. */
function showShop(): void {
  showMarkup('<body><main><h1>Shop</h1><div data-back-in-stock></div></main></body>');
  setStoreView('1');
}

describe('a product that the merchant gives', () => {
  test.each<[string, unknown]>([
    ['as an object', variedData('5')],
    ['by a function', () => variedData('5')],
  ])('%s is offered on a page that is not Magento’s', async (_name, product) => {
    showShop();
    const handle = await startWidget({ ...SETTINGS, product: product as never });
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['501', '502']);
  });

  test('counts more than the server’s data, and those more than the page', async () => {
    await showProductPage('trail-runner');
    addProductTag({ ...variedData('5'), id: '2013' });
    const handle = await startWidget({ ...SETTINGS, product: variedData('6') });
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['601', '602']);
  });

  test('may be in the JSON tag', async () => {
    showShop();
    addSettingsTag({ product: variedData('5') });
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['501', '502']);
  });

  test('in the JSON tag counts when init is given null', async () => {
    showShop();
    addSettingsTag({ product: variedData('5') });
    await startWidget({ ...SETTINGS, product: null } as never);
    await waitForButton();
  });

  test('by a function follows what the shop shows', async () => {
    showShop();
    let shown: ReturnType<typeof variedData> | undefined;
    const handle = await startWidget({ ...SETTINGS, product: () => shown });
    await settle(handle);
    expect(findButtons()).toEqual([]);

    shown = variedData('5');
    document.querySelector('h1')?.replaceChildren('Product 5');
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['501', '502']);

    shown = variedData('6');
    handle.refresh();
    await vi.waitFor(async () => expect(await readOffer(handle)).toEqual(['601', '602']));

    shown = undefined;
    document.querySelector('h1')?.replaceChildren('Cart');
    await waitForNoButton();
    expect(await handle.open()).toBe(false);
  });

  test('by a function gives the form of what is shown when it opens', async () => {
    showShop();
    let shown = plainData('5');
    const handle = await startWidget({ ...SETTINGS, product: () => shown });
    await waitForButton();
    shown = plainData('6', false, 'Another');
    (await waitForButton()).click();
    await waitForDialog();
    // The page has not changed, but the press asks once more.
    expect(openDialog().querySelector('h2')?.textContent).toBe('Another');
    openDialog().close();
    expect(await handle.open()).toBe(true);
    expect(openDialog().querySelector('h2')?.textContent).toBe('Another');
  });

  test.each<[string, unknown]>([
    ['is malformed', { id: '5' }],
    ['is malformed, by a function', () => ({ ...variedData('5'), variants: 'none' })],
    [
      'throws',
      () => {
        throw new Error('No product here');
      },
    ],
    ['is a promise', () => Promise.resolve(variedData('5'))],
  ])('and %s is logged once, and the page is read instead', async (_name, product) => {
    const { messages, errors } = watchConsole();
    await showProductPage('camp-lantern');
    const handle = await startWidget({ ...SETTINGS, product: product as never });
    await waitForButton();
    document.body.append('changed');
    await settle(handle);
    expect(await readOffer(handle)).toEqual(['2045']);
    expect(messages).toHaveLength(1);
    expect(errors[0]).toMatch(/^\[back-in-stock\] product: /);
  });

  test.each([null, undefined])(
    'by a function that gives %s is none, without a message',
    async (given) => {
      const { messages } = watchConsole();
      await showProductPage('camp-lantern');
      const handle = await startWidget({ ...SETTINGS, product: () => given as undefined });
      expect(await readOffer(handle)).toEqual(['2045']);
      expect(messages).toEqual([]);
    },
  );

  test('leaves the choice to the page where that has one', async () => {
    await showProductPage('trail-runner');
    startSwatches('trail-runner');
    const options = (id: string) => ({ 93: { id, label: id } });
    const product = {
      id: '2013',
      name: 'Own',
      type: 'configurable',
      attributes: [{ id: 93, code: 'color', label: 'Colour' }],
      variants: [
        { id: '1', options: options('49'), salable: false },
        { id: '2', options: options('50'), salable: false },
      ],
    };
    const handle = await startWidget({ ...SETTINGS, product });
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['1', '2']);
    chooseSwatch('93', '50');
    await vi.waitFor(async () => expect(await readOffer(handle)).toEqual(['2']));
  });
});

describe('select', () => {
  const texts = { trigger: 'For {variant}', hint: 'For {variant}' };

  async function start() {
    showShop();
    const handle = await startWidget({ ...SETTINGS, texts, product: variedData('5') });
    await waitForButton('For Colour');
    return handle;
  }

  test('of a sold-out variant makes the button its own', async () => {
    const handle = await start();
    handle.select('502');
    await waitForButton('For Blue');
    expect(await readOffer(handle)).toEqual(['502']);
  });

  test('of what can be bought takes the button away', async () => {
    const handle = await start();
    handle.select('500');
    await vi.waitFor(() => expect(document.querySelector('.back-in-stock')).toBeNull());
  });

  test.each([undefined, '999', '', '5', '__proto__'])(
    'of %j leaves the button to all that is sold out',
    async (id) => {
      const handle = await start();
      handle.select('502');
      await waitForButton('For Blue');
      handle.select(id);
      await waitForButton('For Colour');
      expect(await readOffer(handle)).toEqual(['501', '502']);
    },
  );

  test('counts although it came before everything else', async () => {
    showShop();
    const init = await loadWidget();
    const handle = init({ ...SETTINGS, texts, product: variedData('5') });
    handle.select('501');
    await waitForButton('For Green');
  });

  test('hides Add to Cart where the merchant wants that', async () => {
    await showProductPage('trail-runner');
    const trigger = { hideAddToCart: true };
    const handle = await startWidget({ ...SETTINGS, trigger });
    await waitForButton();
    const button = document.querySelector<HTMLElement>('#product-addtocart-button');
    expect(button?.style.display).toBe('');
    handle.select('2003');
    await vi.waitFor(() => expect(button?.style.display).toBe('none'));
    handle.select();
    await vi.waitFor(() => expect(button?.style.display).toBe(''));
  });

  test('after destroy does nothing', async () => {
    const handle = await start();
    handle.destroy();
    handle.select('502');
    await settle(handle);
    expect(document.querySelector('.back-in-stock')).toBeNull();
  });

  test('survives that the product’s surroundings are drawn anew', async () => {
    const handle = await start();
    handle.select('502');
    await waitForButton('For Blue');
    const main = document.querySelector('main');
    if (main) main.innerHTML = '<div data-back-in-stock></div>';
    await waitForButton('For Blue');
    expect(document.querySelectorAll('.back-in-stock')).toHaveLength(1);
    expect(await readOffer(handle)).toEqual(['502']);
  });
});
