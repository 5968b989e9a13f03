import { describe, expect, test, vi } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { showProductPage } from '../support/luma-page.ts';
import {
  chooseSwatch,
  provideJQuery,
  startDropdowns,
  startSwatches,
  takeInitScripts,
} from '../support/luma-widgets.ts';
import {
  findButtons,
  readOffer,
  settle,
  startWidget,
  waitForButton,
  waitForNoButton,
} from '../support/widget.ts';

const SOLD_OUT = ['2003', '2009', '2010', '2011', '2012'];

const findInitScript = (part: string) => {
  const scripts = document.querySelectorAll('script[type="text/x-magento-init"]');
  const found = [...scripts].find((script) => script.textContent?.includes(part));
  if (!found) throw new Error(`No script holds ${part}.`);
  return found;
};

describe('whenever the widget starts, it finds the same', () => {
  test('before Magento has taken its scripts', async () => {
    await showProductPage('trail-runner');
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(SOLD_OUT);
  });

  test('after the swatches have been drawn', async () => {
    await showProductPage('trail-runner');
    startSwatches('trail-runner');
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(SOLD_OUT);
  });

  test('after the dropdowns have been filled', async () => {
    await showProductPage('harbour-jacket');
    startDropdowns('harbour-jacket');
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['2015', '2017', '2020', '2021']);
  });

  test('in the gap between the two: then it waits for the swatches', async () => {
    await showProductPage('trail-runner');
    const taken = takeInitScripts();
    const handle = await startWidget();
    await settle(handle);
    expect(findButtons()).toEqual([]);
    startSwatches('trail-runner', taken);
    await waitForButton();
    expect(await readOffer(handle)).toEqual(SOLD_OUT);
  });

  test('in the gap between the two: then it waits for the dropdowns', async () => {
    await showProductPage('harbour-jacket');
    const taken = takeInitScripts();
    const handle = await startWidget();
    await settle(handle);
    expect(findButtons()).toEqual([]);
    startDropdowns('harbour-jacket', taken);
    await waitForButton();
  });
});

describe('in the gap, a widget that has read the scripts', () => {
  test('keeps its button, and follows the choice after it', async () => {
    await showProductPage('trail-runner');
    const handle = await startWidget();
    const button = await waitForButton();
    const taken = takeInitScripts();
    await settle(handle);
    expect(findButtons()).toEqual([button]);
    startSwatches('trail-runner', taken);
    chooseSwatch('93', '50');
    await waitForNoButton();
  });

  test('puts its button into an element that comes just then', async () => {
    await showProductPage('trail-runner');
    const handle = await startWidget();
    await waitForButton();
    takeInitScripts();
    const place = document.createElement('div');
    document.body.append(place);
    // As `data-mage-init` does while Magento applies its components.
    const { init } = await import('../../src/entries/esm.ts');
    expect(init({}, place)).toBe(handle);
    await vi.waitFor(() => expect(place.contains(findButtons()[0] ?? null)).toBe(true));
  });

  test('lets go of it when the page becomes that of another product', async () => {
    await showProductPage('trail-runner');
    await startWidget();
    await waitForButton();
    takeInitScripts();
    const id = document.querySelector<HTMLInputElement>('input[name=product]');
    if (id) id.value = '1';
    document.body.append('something new');
    await waitForNoButton();
  });
});

describe('the init script', () => {
  test('may have its slashes escaped', async () => {
    await showProductPage('trail-runner');
    const script = findInitScript('swatch-renderer');
    script.textContent = (script.textContent ?? '').replaceAll('/', '\\/');
    expect(script.textContent).toContain('Magento_Swatches\\/js\\/swatch-renderer');
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(SOLD_OUT);
  });

  test('is that of the product itself, not that of a tile on the same page', async () => {
    await showProductPage('trail-runner');
    const tile = document.createElement('script');
    tile.type = 'text/x-magento-init';
    // A listing draws swatches with the same component; each tile's element has its id in the name.
    const attributes = { 93: { id: '93', options: [{ id: '1', products: [] }] } };
    const jsonConfig = { productId: '77', attributes, index: { 78: { 93: '1' } } };
    const component = { 'Magento_Swatches/js/swatch-renderer': { jsonConfig } };
    tile.textContent = JSON.stringify({ '[data-role=swatch-option-77]': component });
    document.body.prepend(tile);
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(SOLD_OUT);
  });

  test.each([
    '',
    '{',
    'null',
    '1',
    '[]',
    '{"*": null}',
    '{"*": {"Magento_Swatches/js/swatch-renderer": null}}',
  ])('beside another one that holds %j is found', async (text) => {
    await showProductPage('trail-runner');
    const other = document.createElement('script');
    other.type = 'text/x-magento-init';
    other.textContent = text;
    document.body.prepend(other);
    await startWidget();
    await waitForButton();
  });

  test.each(['{ "Magento_Swatches/js/swatch-renderer" ', '"Magento_Swatches/js/swatch-renderer"'])(
    'that holds only %j gives nothing, and that is Magento’s to report',
    async (text) => {
      await showProductPage('trail-runner');
      const { messages } = watchConsole();
      findInitScript('swatch-renderer').textContent = text;
      const handle = await startWidget();
      expect(await handle.open()).toBe(false);
      expect(findButtons()).toEqual([]);
      expect(messages).toEqual([]);
    },
  );

  test.each(['a text', 7, true])('whose configuration is %j gives nothing', async (jsonConfig) => {
    await showProductPage('trail-runner');
    const { messages } = watchConsole();
    const component = { 'Magento_Swatches/js/swatch-renderer': { jsonConfig } };
    findInitScript('swatch-renderer').textContent = JSON.stringify({
      '[data-role=swatch-options]': component,
    });
    const handle = await startWidget();
    expect(await handle.open()).toBe(false);
    expect(messages).toEqual([]);
  });
});

describe('a jQuery that is not yet what it will be', () => {
  test.each([
    ['without data', () => ({})],
    ['with data that gives nothing', () => ({ data: () => undefined })],
    ['with a widget without options', () => ({ data: () => ({}) })],
    [
      'with a widget that has not read its configuration',
      () => ({ data: () => ({ options: {} }) }),
    ],
  ])('%s leaves the script as the source', async (_name, jQuery) => {
    await showProductPage('trail-runner');
    Object.assign(window, { jQuery });
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(SOLD_OUT);
  });

  test('that knows the form only does not hide the swatches', async () => {
    await showProductPage('trail-runner');
    provideJQuery(new Map());
    await startWidget();
    await waitForButton();
  });
});
