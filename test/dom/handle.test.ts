import { describe, expect, test, vi } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { setStoreView, showProductPage } from '../support/luma-page.ts';
import { chooseSwatch, startSwatches } from '../support/luma-widgets.ts';
import {
  findButtons,
  findDialog,
  loadWidget,
  openDialog,
  readOffer,
  SETTINGS,
  settle,
  startWidget,
  waitForButton,
  waitForNoButton,
} from '../support/widget.ts';

describe('open', () => {
  test('opens for all that is sold out while there is no button', async () => {
    await showProductPage('trail-runner');
    startSwatches('trail-runner');
    const handle = await startWidget();
    await waitForButton();
    chooseSwatch('93', '50');
    await waitForNoButton();
    expect(await readOffer(handle)).toEqual(['2003', '2009', '2010', '2011', '2012']);
  });

  test.each(['2001', '2013', '9999', '__proto__'])(
    'gives false for %j, which is no sold-out variant',
    async (id) => {
      await showProductPage('trail-runner');
      const handle = await startWidget();
      await waitForButton();
      expect(await handle.open(id)).toBe(false);
      expect(findDialog()?.open).toBeFalsy();
    },
  );

  test('gives false where nothing is sold out', async () => {
    await showProductPage('crew-tee');
    const handle = await startWidget();
    expect(await handle.open()).toBe(false);
  });

  test('works at once, before the page has been read for the first time', async () => {
    await showProductPage('trail-runner');
    const init = await loadWidget();
    expect(await init(SETTINGS).open('2003')).toBe(true);
    openDialog();
  });

  test('waits for a page that is still being parsed', async () => {
    const readyState = vi
      .spyOn(Object.getPrototypeOf(document), 'readyState', 'get')
      .mockReturnValue('loading');
    const handle = await startWidget();
    const opening = handle.open('2003');
    handle.refresh();
    // Only now does the product come.
    await showProductPage('trail-runner');
    readyState.mockRestore();
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(await opening).toBe(true);
  });

  test('twice is one modal', async () => {
    await showProductPage('trail-runner');
    const handle = await startWidget();
    await Promise.all([handle.open(), handle.open()]);
    expect(await handle.open()).toBe(true);
    expect(document.querySelectorAll('back-in-stock-modal')).toHaveLength(1);
  });

  test('never rejects, whatever the page does', async () => {
    await showProductPage('trail-runner');
    const { errors } = watchConsole();
    Object.assign(window, {
      jQuery: () => {
        throw new Error('jQuery is broken');
      },
    });
    const handle = await startWidget();
    await expect(handle.open()).resolves.toBe(false);
    expect(errors).toEqual(['[back-in-stock] Error: jQuery is broken']);
  });
});

describe('refresh', () => {
  test('reads product data that has changed although the page has not', async () => {
    await showProductPage('trail-runner');
    startSwatches('trail-runner');
    const handle = await startWidget();
    await waitForButton();
    const { jQuery } = window as unknown as {
      jQuery: (element: Element | null) => { data: (key: string) => unknown };
    };
    const element = document.querySelector('[data-role=swatch-options]');
    const widget = jQuery(element).data('mage-SwatchRenderer') as {
      options: { jsonConfig: { canDisplayShowOutOfStockStatus: boolean; salable: unknown } };
    };
    const { salable } = widget.options.jsonConfig as { salable: Record<string, object> };
    // Restocked: the same object, with other contents.
    Object.assign(salable['93'] ?? {}, { 49: ['2001', '2002', '2003', '2004'] });
    Object.assign(salable['144'] ?? {}, { 168: ['2003', '2007'] });
    handle.refresh();
    await settle(handle);
    expect(await readOffer(handle)).toEqual(['2009', '2010', '2011', '2012']);
  });

  test('does nothing to a page that has not changed', async () => {
    await showProductPage('trail-runner');
    const handle = await startWidget();
    const button = await waitForButton();
    handle.refresh();
    await settle(handle);
    expect(findButtons()).toEqual([button]);
  });

  test('before anything is sold out, finds what is sold out then', async () => {
    await showProductPage('enamel-mug');
    // Magento's own list, which says that it is in stock, has been taken by then.
    for (const script of document.querySelectorAll('script')) script.remove();
    const handle = await startWidget();
    await settle(handle);
    document.querySelector('.box-tocart')?.remove();
    await settle(handle);
    expect(findButtons()).toEqual([]);
    const label = document.querySelector('.product-info-main .stock');
    // A class is no change that is observed: only this call announces it.
    label?.classList.replace('available', 'unavailable');
    handle.refresh();
    await waitForButton();
  });

  test('while the widget is still starting, does not start another one', async () => {
    await showProductPage('trail-runner');
    const handle = await startWidget();
    const opening = handle.open('no such variant');
    for (let turn = 0; turn < 20; turn += 1) {
      handle.refresh();
      await Promise.resolve();
    }
    await opening;
    await settle(handle);
    expect(findButtons()).toHaveLength(1);
    handle.destroy();
    expect(findButtons()).toEqual([]);
  });

  test('after what was missing has come, starts the widget', async () => {
    await showProductPage('trail-runner', { storeId: null });
    watchConsole();
    const handle = await startWidget();
    await settle(handle);
    expect(findButtons()).toEqual([]);
    setStoreView('1');
    handle.refresh();
    await waitForButton();
  });
});
