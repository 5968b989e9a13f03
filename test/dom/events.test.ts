import { describe, expect, test, vi } from 'vitest';
import { listen } from '../support/announced.ts';
import { watchConsole } from '../support/console.ts';
import { showProductPage } from '../support/luma-page.ts';
import { chooseSwatch, startSwatches } from '../support/luma-widgets.ts';
import {
  openDialog,
  SETTINGS,
  settle,
  startWidget,
  waitForButton,
  waitForNoButton,
} from '../support/widget.ts';

describe('that the button is there', () => {
  test('is announced once, however often the page changes', async () => {
    await showProductPage('trail-runner');
    startSwatches('trail-runner');
    const { on, names } = listen();
    const handle = await startWidget({ ...SETTINGS, on });
    await waitForButton();
    chooseSwatch('93', '49');
    await settle(handle);
    document.body.append('something new');
    handle.refresh();
    await settle(handle);
    expect(names()).toEqual(['shown']);
  });

  test('is announced again after it had gone', async () => {
    await showProductPage('trail-runner');
    startSwatches('trail-runner');
    const { on, called } = listen();
    await startWidget({ ...SETTINGS, on });
    await waitForButton();
    chooseSwatch('93', '50');
    await waitForNoButton();
    chooseSwatch('93', '49');
    await waitForButton();
    expect(called.map(([, { variants }]) => variants.length)).toEqual([5, 1]);
  });

  test('calls the function that the settings have now', async () => {
    await showProductPage('trail-runner');
    startSwatches('trail-runner');
    const on: Record<string, () => void> = { shown: vi.fn() };
    const handle = await startWidget({ ...SETTINGS, on });
    await waitForButton();
    chooseSwatch('93', '50');
    await waitForNoButton();
    const shown = vi.fn();
    on.shown = shown;
    handle.refresh();
    await settle(handle);
    chooseSwatch('93', '49');
    await waitForButton();
    expect(shown).toHaveBeenCalledOnce();
  });
});

describe('a merchant’s function that goes wrong', () => {
  test('neither keeps the widget from working nor others from hearing', async () => {
    await showProductPage('camp-lantern');
    const { errors } = watchConsole();
    const { heard } = listen();
    const fail = () => {
      throw new Error('analytics is broken');
    };
    const handle = await startWidget({
      ...SETTINGS,
      on: { shown: fail, opened: fail, closed: fail },
    });
    await waitForButton();
    expect(await handle.open()).toBe(true);
    openDialog().close();
    await vi.waitFor(() =>
      expect(heard.map(([name]) => name)).toEqual(['shown', 'opened', 'closed']),
    );
    expect(errors).toEqual(['[back-in-stock] Error: analytics is broken']);
  });

  test('later is contained as well', async () => {
    await showProductPage('camp-lantern');
    const { errors } = watchConsole();
    const shown = async () => {
      throw new Error('analytics is broken');
    };
    await startWidget({ ...SETTINGS, on: { shown } });
    await waitForButton();
    await vi.waitFor(() => expect(errors).toEqual(['[back-in-stock] Error: analytics is broken']));
  });

  test('in variantId takes the offer away and is logged', async () => {
    await showProductPage('camp-lantern');
    const { errors } = watchConsole();
    const variantId = () => {
      throw new Error('no such item');
    };
    const handle = await startWidget({ ...SETTINGS, variantId });
    expect(await handle.open()).toBe(false);
    expect(document.querySelector('.back-in-stock')).toBeNull();
    expect(errors).toContain('[back-in-stock] Error: no such item');
  });
});

describe('what variantId does not know', () => {
  test('is not offered, and the rest is', async () => {
    await showProductPage('trail-runner');
    const { messages } = watchConsole();
    const { on, called } = listen();
    await startWidget({ ...SETTINGS, on, variantId: ({ id }) => (id === '2003' ? '' : `x-${id}`) });
    await waitForButton();
    expect(called[0]?.[1].variants.map(({ id }) => id)).toEqual(['2009', '2010', '2011', '2012']);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('variantId');
  });

  test('is one message, not one for each of hundreds of variants', async () => {
    // Older versions of Magento do not print the children's SKUs.
    await showProductPage('trail-runner', { magento: '2.4.1' });
    const { messages } = watchConsole();
    const handle = await startWidget({ ...SETTINGS, variantId: 'sku' });
    expect(await handle.open()).toBe(false);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('variantId');
  });
});
