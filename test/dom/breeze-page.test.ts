import { afterEach, describe, expect, test } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { showProductPage } from '../support/luma-page.ts';
import { startDropdowns, startSwatches, takeInitScripts } from '../support/luma-widgets.ts';
import { findButtons, readOffer, settle, startWidget, waitForButton } from '../support/widget.ts';

/** As Breeze does it: no jQuery data, but a registry that gives the started component of an element by its name. */
function startBreeze(names: readonly string[], component: string, selector: string): void {
  const taken = takeInitScripts();
  const options = taken[selector]?.[component];
  const started = document.querySelector(selector);
  const get = (name: string, element: Element) =>
    names.includes(name) && element === started ? { options } : undefined;
  const library = Object.assign(() => ({ data: () => undefined }), { registry: { get } });
  Object.assign(window, { $: library });
}

afterEach(() => {
  delete (window as { $?: unknown }).$;
});

describe('a widget that loads after Breeze has started', () => {
  test('finds the configuration of swatches in its registry', async () => {
    await showProductPage('trail-runner');
    const first = await startWidget();
    const offered = await readOffer(first);
    first.destroy();
    const taken = document.body.cloneNode(true);
    startBreeze(
      ['SwatchRenderer'],
      'Magento_Swatches/js/swatch-renderer',
      '[data-role=swatch-options]',
    );
    expect(taken.textContent).toContain('jsonConfig');
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(offered);
  });

  test('finds the configuration of dropdowns in its registry', async () => {
    await showProductPage('harbour-jacket');
    const first = await startWidget();
    const offered = await readOffer(first);
    first.destroy();
    startBreeze(['configurable'], 'configurable', '#product_addtocart_form');
    const handle = await startWidget();
    expect(await readOffer(handle)).toEqual(offered);
    expect(offered.length).toBeGreaterThan(0);
  });
});

describe('options that are drawn while their configuration is nowhere', () => {
  const lose = () => Object.assign(window, { jQuery: () => ({ data: () => undefined }) });

  test.each([
    ['swatches', 'trail-runner', startSwatches],
    ['dropdowns', 'harbour-jacket', startDropdowns],
  ])('are named in the console: %s', async (_name, page, start) => {
    const { messages } = watchConsole();
    await showProductPage(page);
    start(page);
    lose();
    const handle = await startWidget();
    await settle(handle);
    expect(findButtons()).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('configuration is nowhere');
    expect(messages[0]).toContain('data-back-in-stock-product');
  });

  test('are not named while Magento has not started', async () => {
    const { messages } = watchConsole();
    await showProductPage('trail-runner');
    takeInitScripts();
    const handle = await startWidget();
    await settle(handle);
    expect(messages).toEqual([]);
  });
});
