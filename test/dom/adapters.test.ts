import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Handle } from '../../src/back-in-stock.ts';
import type { Options } from '../../src/configuration/options.ts';
import type { Adapter } from '../../src/page/adapter.ts';
import { watchConsole } from '../support/console.ts';
import { setStoreView, showMarkup, showProductPage } from '../support/luma-page.ts';
import { addProductTag, plainData, variedData } from '../support/product-tag.ts';
import {
  findButtons,
  openDialog,
  readOffer,
  SETTINGS,
  settle,
  waitForButton,
  waitForDialog,
  waitForNoButton,
} from '../support/widget.ts';

const started: Handle[] = [];

/** The widget as a page loads it, with what merchants may call. */
async function load() {
  vi.resetModules();
  const { init, registerAdapter } = await import('../../src/entries/esm.ts');
  const start = (options: Options = SETTINGS) => {
    const handle = init(options);
    started.push(handle);
    return handle;
  };
  return { start, register: (adapter: unknown) => registerAdapter(adapter as Adapter) };
}

/** A page of a theme that has nothing of Luma's. */
function showTheme(): void {
  showMarkup(
    '<body><section class="pdp" data-chosen=""><i class="blue">Blue</i><div data-back-in-stock></div></section></body>',
  );
  setStoreView('1');
}

const findPdp = () => {
  const element = document.querySelector<HTMLElement>('.pdp');
  if (!element) throw new Error('There is no such page.');
  return element;
};

const matches = (area: Element) => area.querySelector('.pdp') !== null;
const read = () => variedData('5');
const readSelection = (area: Element) => ({
  137: area.querySelector<HTMLElement>('.pdp')?.dataset.chosen ?? '',
});

afterEach(async () => {
  for (const handle of started.splice(0)) {
    handle.destroy();
    await settle(handle);
  }
});

describe('an adapter of a merchant’s own', () => {
  test('is not asked for the choice while nothing is sold out', async () => {
    showTheme();
    const { start, register } = await load();
    const asked = vi.fn(readSelection);
    const findSoldOutOptions = vi.fn(() => []);
    const inStock = () => {
      const data = read();
      const variants = data.variants?.map((variant) => ({ ...variant, salable: true }));
      return { ...data, variants };
    };
    register({ matches, read: inStock, readSelection: asked, findSoldOutOptions });
    await settle(start());
    expect(findButtons()).toEqual([]);
    expect(asked).not.toHaveBeenCalled();
    expect(findSoldOutOptions).not.toHaveBeenCalled();
  });

  test.each(['before', 'after'])('is asked when it is registered %s the start', async (when) => {
    showTheme();
    const { start, register } = await load();
    if (when === 'before') register({ matches, read, readSelection });
    const handle = start();
    await settle(handle);
    if (when === 'after') {
      expect(findButtons()).toEqual([]);
      register({ matches, read, readSelection });
    }
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['501', '502']);
  });

  test('needs no more than to match and to read', async () => {
    showTheme();
    const { start, register } = await load();
    register({ matches, read });
    const handle = start();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['501', '502']);
  });

  test('is asked before those of the widget', async () => {
    await showProductPage('trail-runner');
    const { start, register } = await load();
    register({ matches: () => true, read: () => variedData('5') });
    const handle = start();
    expect(await readOffer(handle)).toEqual(['501', '502']);
  });

  test('leaves pages that are not its own to those of the widget', async () => {
    await showProductPage('camp-lantern');
    const { start, register } = await load();
    register({ matches, read });
    const handle = start();
    expect(await readOffer(handle)).toEqual(['2045']);
  });

  test('that came last is asked first', async () => {
    showTheme();
    const { start, register } = await load();
    register({ matches, read: () => variedData('5') });
    register({ matches, read: () => variedData('6') });
    const handle = start();
    expect(await readOffer(handle)).toEqual(['601', '602']);
  });

  test('counts less than the server’s data and than the merchant’s product', async () => {
    showTheme();
    document.body.className = 'catalog-product-view';
    const { start, register } = await load();
    register({ matches, read });
    addProductTag(plainData('7'));
    const handle = start();
    expect(await readOffer(handle)).toEqual(['7']);
    handle.destroy();
    expect(await readOffer(start({ ...SETTINGS, product: plainData('8') }))).toEqual(['8']);
  });

  test('is followed by the attributes that it names', async () => {
    showTheme();
    const { start, register } = await load();
    register({ matches, read, readSelection, watchedAttributes: ['data-chosen'] });
    const handle = start();
    await waitForButton();
    findPdp().dataset.chosen = '4';
    await waitForNoButton();
    findPdp().dataset.chosen = '6';
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['502']);
  });

  test('is followed by the events that it names, of which it hears first', async () => {
    showTheme();
    const { start, register } = await load();
    let chosen = '';
    register({
      matches,
      read,
      readSelection: () => ({ 137: chosen }),
      watchedEvents: ['theme:chosen'],
      hear: (event: CustomEvent<string>) => {
        chosen = event.detail;
      },
    });
    const handle = start();
    await waitForButton();
    dispatchEvent(new CustomEvent('theme:chosen', { detail: '4' }));
    await waitForNoButton();
    dispatchEvent(new CustomEvent('theme:chosen', { detail: '5' }));
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['501']);
  });

  test('hears nothing any more after destroy', async () => {
    showTheme();
    const { start, register } = await load();
    const hear = vi.fn();
    register({ matches, read, watchedEvents: ['theme:chosen'], hear });
    const handle = start();
    await waitForButton();
    dispatchEvent(new Event('theme:chosen'));
    expect(hear).toHaveBeenCalledTimes(1);
    handle.refresh();
    await settle(handle);
    dispatchEvent(new Event('theme:chosen'));
    expect(hear).toHaveBeenCalledTimes(2);
    handle.destroy();
    dispatchEvent(new Event('theme:chosen'));
    expect(hear).toHaveBeenCalledTimes(2);
  });

  test('makes sold-out options usable that it names', async () => {
    showTheme();
    const { start, register } = await load();
    const findSoldOutOptions = (area: Element) => [
      { element: area.querySelector('.blue'), attributeId: '137', optionId: '6' },
    ];
    register({ matches, read, findSoldOutOptions });
    start();
    await waitForButton();
    const blue = document.querySelector<HTMLElement>('.blue');
    expect(blue?.getAttribute('aria-label')).toBe('Blue, sold out, notify me');
    blue?.click();
    await waitForDialog();
    expect(openDialog().querySelector('dd')?.textContent).toBe('Blue');
  });

  test('lets go of its product when the product’s place is gone', async () => {
    showTheme();
    const { start, register } = await load();
    let known: ReturnType<typeof variedData> | undefined = variedData('5');
    register({ matches, read: () => known });
    const handle = start();
    const button = await waitForButton();
    known = undefined;
    findPdp().remove();
    await waitForNoButton();
    expect(button.isConnected).toBe(false);
    expect(await handle.open()).toBe(false);
  });
});

describe('an adapter may be', () => {
  class Theme {
    readonly watchedAttributes = ['data-chosen'];
    readonly selector = '.pdp';
    matches(area: Element) {
      return area.querySelector(this.selector) !== null;
    }
    read(_area: Element) {
      return variedData(this.selector.length === 4 ? '5' : '6');
    }
    readSelection(area: Element) {
      return readSelection(area);
    }
  }

  class ClosedTheme {
    readonly #selector = '.pdp';
    matches(area: Element) {
      return area.querySelector(this.#selector) !== null;
    }
    read(_area: Element) {
      return variedData('5');
    }
    readSelection(area: Element) {
      return this.#selector ? readSelection(area) : {};
    }
  }

  test.each<[string, unknown]>([
    ['an instance of a class', new Theme()],
    ['an instance of a class that extends another one', new (class extends Theme {})()],
    ['an instance of a class with private members', new ClosedTheme()],
    ['a frozen object', Object.freeze({ matches, read, readSelection })],
    ['an object without a prototype', Object.assign(Object.create(null), { matches, read })],
    [
      'an object with getters',
      {
        get matches() {
          return matches;
        },
        get read() {
          return read;
        },
      },
    ],
  ])('%s', async (_name, adapter) => {
    showTheme();
    const { messages } = watchConsole();
    const { start, register } = await load();
    register(adapter);
    const handle = start();
    await settle(handle);
    expect(messages).toEqual([]);
    expect(await readOffer(handle)).toEqual(['501', '502']);
  });

  test('used in two pages without being changed by that', async () => {
    const adapter = { matches, read, readSelection };
    const before = { ...adapter };
    for (let page = 0; page < 2; page += 1) {
      showTheme();
      const { start, register } = await load();
      register(adapter);
      const handle = start();
      expect(await readOffer(handle)).toEqual(['501', '502']);
      handle.destroy();
    }
    expect(adapter).toEqual(before);
  });
});

describe('an adapter that is broken', () => {
  const broken = () => {
    throw new Error('The theme is broken');
  };

  test.each<[string, object]>([
    ['does not know whether it matches', { matches: broken, read }],
    ['cannot read', { matches, read: broken }],
    ['cannot read the choice', { matches, read, readSelection: broken }],
    ['cannot find sold-out options', { matches, read, findSoldOutOptions: broken }],
    ['has no way to match', { read }],
    ['has no way to read', { matches }],
    ['has nothing', {}],
  ])('because it %s throws nothing into the page, and is logged once', async (_name, adapter) => {
    showTheme();
    const { errors } = watchConsole();
    const { start, register } = await load();
    expect(() => register(adapter)).not.toThrow();
    const handle = start();
    await settle(handle);
    document.body.append('changed');
    handle.refresh();
    await expect(settle(handle)).resolves.toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/^\[back-in-stock\] /);
  });

  test.each([null, undefined, 'pdp', 7])('because it is %j throws nothing', async (adapter) => {
    watchConsole();
    const { register } = await load();
    expect(() => register(adapter)).not.toThrow();
  });

  test('because it cannot hear is logged, and the page is read all the same', async () => {
    showTheme();
    const { errors } = watchConsole();
    const { start, register } = await load();
    let chosen = '';
    register({
      matches,
      read,
      readSelection: () => ({ 137: chosen }),
      watchedAttributes: ['data-chosen'],
      watchedEvents: ['theme:chosen'],
      hear: broken,
    });
    start();
    await waitForButton();
    chosen = '4';
    dispatchEvent(new Event('theme:chosen'));
    expect(errors).toHaveLength(1);
    findPdp().dataset.chosen = '4';
    await waitForNoButton();
  });

  test.each<[string, unknown]>([
    ['a product without variants', { id: '5', name: 'Shoe', type: 'simple' }],
    ['a text', 'Shoe'],
    ['a promise', Promise.resolve(variedData('5'))],
    ['variants in a map', { ...variedData('5'), variants: { 0: {} } }],
  ])('because it gives %s offers nothing, and is logged once', async (_name, given) => {
    showTheme();
    const { messages, errors } = watchConsole();
    const { start, register } = await load();
    register({ matches, read: () => given });
    const handle = start();
    await settle(handle);
    document.body.append('changed');
    await settle(handle);
    expect(findButtons()).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(errors[0]).toContain('adapter');
  });

  test.each([null, undefined])(
    'is none that gives %s as long as it knows nothing',
    async (given) => {
      showTheme();
      const { messages } = watchConsole();
      const { start, register } = await load();
      register({ matches, read: () => given, readSelection: () => given });
      const handle = start();
      await settle(handle);
      expect(findButtons()).toEqual([]);
      expect(messages).toEqual([]);
    },
  );

  test('for other pages changes nothing on this one', async () => {
    await showProductPage('camp-lantern');
    watchConsole();
    const { start, register } = await load();
    register({ matches: () => document.querySelector('.pdp') !== null, read: broken });
    start();
    await waitForButton();
  });
});

describe('between two redraws', () => {
  test('the button stays where the theme takes its data away for a moment', async () => {
    await showProductPage('trail-runner');
    const { start } = await load();
    const handle = start();
    const button = await waitForButton();
    document.querySelector('[data-role=swatch-options]')?.replaceChildren();
    for (const script of document.querySelectorAll('[type="text/x-magento-init"]')) script.remove();
    await settle(handle);
    expect(findButtons()).toEqual([button]);
    expect(await readOffer(handle)).toEqual(['2003', '2009', '2010', '2011', '2012']);
  });

  test('a native change is noticed although the page stops it', async () => {
    showTheme();
    const { start, register } = await load();
    let chosen = '';
    register({ matches, read, readSelection: () => ({ 137: chosen }) });
    findPdp().addEventListener('change', (event) => event.stopImmediatePropagation());
    start();
    await waitForButton();
    chosen = '4';
    findPdp().dispatchEvent(new Event('change', { bubbles: true }));
    await waitForNoButton();
  });

  test('many changes in one turn are read as one', async () => {
    showTheme();
    const { start, register } = await load();
    const reading = vi.fn(read);
    register({ matches, read: reading });
    const handle = start();
    await waitForButton();
    await settle(handle);
    reading.mockClear();
    for (let change = 0; change < 100; change += 1) document.body.append('change');
    await vi.waitFor(() => expect(reading).toHaveBeenCalled());
    await settle(handle);
    // Twice for the changes, before and after the later stages are there, and as often for `settle`.
    expect(reading.mock.calls.length).toBeLessThan(10);
  });
});
