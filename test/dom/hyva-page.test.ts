import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Handle } from '../../src/back-in-stock.ts';
import { watchConsole } from '../support/console.ts';
import {
  announceChoice,
  chooseRadio,
  OPTION_CONFIG,
  showConfigurable,
  showSoldOut,
  startAlpine,
  swatches,
} from '../support/hyva-page.ts';
import { addProductTag, plainData, variedData } from '../support/product-tag.ts';
import { found, foundConfigurable, startShop } from '../support/shop.ts';
import {
  findButtons,
  findDialog,
  openDialog,
  readOffer,
  settle,
  startWidget,
  waitForButton,
  waitForDialog,
  waitForNoButton,
} from '../support/widget.ts';

/** Hyvä does not print the id of the store view. */
const SETTINGS = { apiKey: 'DEMO01', store: '1' };
const SOLD_OUT = ['5', '10', '11', '12'];
const COMPONENT = 'initConfigurableSwatchOptions_13';

const attribute = (value: unknown) => JSON.stringify(value).replaceAll('"', '&quot;');

/** Prints the function that makes the component, as the default theme does. */
const printComponent = (make: unknown, name = COMPONENT) => Object.assign(window, { [name]: make });

const ROOTS = {
  default: () => {
    printComponent(() => ({ optionConfig: structuredClone(OPTION_CONFIG) }));
    return `<div x-data="${COMPONENT}()" x-defer="intersect">${swatches('default')}</div>`;
  },
  csp: () =>
    `<div x-data="initViewConfigurableSwatchOptions" data-product-id="13" data-config="${attribute(OPTION_CONFIG)}" data-swatch-options="{}">${swatches('csp')}</div>`,
};

/** The options that cannot be chosen; Alpine knows which they are. */
function startSwatches(): void {
  startAlpine((element) => ({ item: { id: element.getAttribute('data-item') } }));
}

const waitForOffer = (handle: Handle, expected: string[]) =>
  vi.waitFor(async () => expect(await readOffer(handle)).toEqual(expected));

afterEach(() => {
  for (const name of ['Alpine', COMPONENT, 'initConfigurableDropdownOptions_13']) {
    delete (window as unknown as Record<string, unknown>)[name];
  }
});

describe.each(['default', 'csp'] as const)('in the theme %s', (theme) => {
  test('a page whose options Alpine has not started offers all that is sold out', async () => {
    showConfigurable({
      options: ROOTS[theme]().replace(/<div class="swatch-attribute[\s\S]*(?=<\/div>)/, ''),
    });
    expect(document.querySelector('.swatch-attribute')).toBeNull();
    const handle = await startWidget(SETTINGS);
    await waitForButton();
    expect(await readOffer(handle)).toEqual(SOLD_OUT);
  });

  test('the choice of a shopper is followed', async () => {
    showConfigurable({ options: ROOTS[theme]() });
    const handle = await startWidget(SETTINGS);
    await waitForButton();
    chooseRadio('137', '5');
    await waitForNoButton();
    chooseRadio('137', '4');
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['5']);
    chooseRadio('138', '7');
    await waitForNoButton();
    chooseRadio('138', '8');
    await waitForOffer(handle, ['5']);
  });

  test('a sold-out swatch opens the form with what has that colour, and chooses nothing', async () => {
    showConfigurable({ options: ROOTS[theme]() });
    startSwatches();
    const handle = await startWidget(SETTINGS);
    await waitForButton();
    const swatch = document.querySelector<HTMLElement>('div.swatch-option');
    expect(swatch?.getAttribute('aria-label')).toBe('Blue, sold out, notify me');
    expect(swatch?.tabIndex).toBe(0);
    swatch?.click();
    await waitForDialog();
    const labels = [...openDialog().querySelectorAll('option')].map(({ text }) => text);
    expect(labels.slice(1)).toEqual(['Blue / Small', 'Blue / Medium', 'Blue / Large']);
    expect(document.querySelector('input:checked')).toBeNull();
    await settle(handle);
  });
});

describe('a combination that the address of the page asks for', () => {
  test('is chosen, although it is sold out and nothing on the page shows it', async () => {
    showConfigurable({ options: ROOTS.default() });
    const handle = await startWidget(SETTINGS);
    await waitForButton();
    announceChoice('137', '4');
    announceChoice('138', '8');
    await waitForOffer(handle, ['5']);
    expect(await handle.open('5')).toBe(true);
  });

  test('is forgotten for what the shopper chooses then', async () => {
    showConfigurable({ options: ROOTS.default() });
    const handle = await startWidget(SETTINGS);
    await waitForButton();
    announceChoice('137', '6');
    announceChoice('138', '8');
    await waitForOffer(handle, ['11']);
    chooseRadio('137', '5');
    await waitForNoButton();
  });

  test('is forgotten when it is taken back', async () => {
    showConfigurable({ options: ROOTS.default() });
    const handle = await startWidget(SETTINGS);
    await waitForButton();
    announceChoice(137, '6');
    await waitForOffer(handle, ['10', '11', '12']);
    announceChoice(137, '');
    await waitForOffer(handle, SOLD_OUT);
  });

  test('of another product is not this one’s', async () => {
    showConfigurable({ options: ROOTS.default() });
    const handle = await startWidget(SETTINGS);
    await waitForButton();
    announceChoice(137, '5', '14');
    await settle(handle);
    expect(findButtons()).toHaveLength(1);
    expect(await readOffer(handle)).toEqual(SOLD_OUT);
  });

  test.each<[string, () => void]>([
    ['without a detail', () => window.dispatchEvent(new Event('configurable-selection-changed'))],
    ['without a value', () => announceChoice(137, undefined)],
    ['with null for a value', () => announceChoice(137, null)],
    ['with an object for a value', () => announceChoice(137, {})],
    ['without an attribute', () => announceChoice(undefined, '5')],
    ['with a name that every object inherits', () => announceChoice('__proto__', '5')],
    ['with another such name', () => announceChoice('constructor', '5')],
    ['without a product', () => announceChoice(137, '5', null)],
  ])('announced %s changes nothing and harms nothing', async (_name, announce) => {
    const { messages } = watchConsole();
    showConfigurable({ options: ROOTS.default() });
    const handle = await startWidget(SETTINGS);
    await waitForButton();
    announce();
    await settle(handle);
    expect(findButtons()).toHaveLength(1);
    expect(await readOffer(handle)).toEqual(SOLD_OUT);
    expect(messages).toEqual([]);
  });
});

describe('dropdowns', () => {
  const select = (id: string, options: string) =>
    `<select class="super-attribute-select" name="super_attribute[${id}]"><option value="">Choose</option>${options}</select>`;
  const options = (name: string) => `<div x-data="${name}">
    ${select('137', '<option value="4">Red + $4.00</option><option value="6" disabled>Blue</option>')}
    ${select('138', '<option value="7">Small</option><option value="8">Medium</option>')}</div>`;

  const choose = (id: string, value: string) => {
    const list = document.querySelector<HTMLSelectElement>(`[name="super_attribute[${id}]"]`);
    if (list) list.value = value;
    list?.dispatchEvent(new Event('change', { bubbles: true }));
  };

  test.each([
    ['default', 'initConfigurableDropdownOptions_13()'],
    ['csp', 'initConfigurableDropdownOptions_13'],
  ])(
    'in the theme %s are followed, and the hint becomes the button once the choice is complete',
    async (_theme, name) => {
      printComponent(() => ({ optionConfig: OPTION_CONFIG }), 'initConfigurableDropdownOptions_13');
      showConfigurable({ options: options(name) });
      const handle = await startWidget(SETTINGS);
      await waitForButton('Colour / Size sold out? Get notified');
      expect(await readOffer(handle)).toEqual(SOLD_OUT);
      choose('137', '4');
      await waitForOffer(handle, ['5']);
      await waitForButton('Size sold out? Get notified');
      choose('138', '8');
      await waitForButton('Notify me when available');
      choose('138', '7');
      await waitForNoButton();
    },
  );

  test('that only Alpine knows are read once it has started', async () => {
    showConfigurable({ options: options('initConfigurableDropdownOptions_13') });
    const handle = await startWidget(SETTINGS);
    await settle(handle);
    expect(findButtons()).toEqual([]);
    startAlpine(() => ({ optionConfig: OPTION_CONFIG }));
    document.querySelector('form')?.append('drawn by Alpine');
    await waitForButton('Colour / Size sold out? Get notified');
    expect(await readOffer(handle)).toEqual(SOLD_OUT);
  });
});

describe('a configuration that is not what it should be', () => {
  test.each<[string, unknown]>([
    ['is missing', () => ({})],
    ['is null', () => ({ optionConfig: null })],
    ['is made by something that gives nothing', () => undefined],
    ['is that of another product', () => ({ optionConfig: { ...OPTION_CONFIG, productId: '14' } })],
    ['is a text', () => ({ optionConfig: 'soon' })],
    ['has no children', () => ({ optionConfig: { ...OPTION_CONFIG, index: [] } })],
    [
      'has nothing for attributes',
      () => ({ optionConfig: { ...OPTION_CONFIG, attributes: null } }),
    ],
    ['is made by what is no function', 'soon'],
  ])('and %s offers nothing, and nothing breaks', async (_name, make) => {
    watchConsole();
    showConfigurable({ options: ROOTS.default() });
    printComponent(make);
    const handle = await startWidget(SETTINGS);
    await settle(handle);
    const offered = await readOffer(handle);
    expect(offered.filter((id) => !SOLD_OUT.includes(id))).toEqual([]);
    expect(offered).not.toContain('13');
  });

  test.each([
    [
      'that throws',
      () =>
        printComponent(() => {
          throw new Error('Alpine is broken');
        }),
    ],
    [
      'whose JSON breaks off',
      () => document.querySelector('[x-data]')?.setAttribute('data-config', '{"attributes":'),
    ],
  ])('%s is logged once and thrown nowhere', async (_name, spoil) => {
    const { messages } = watchConsole();
    showConfigurable({ options: ROOTS.default() });
    spoil();
    const handle = await startWidget(SETTINGS);
    expect(await handle.open()).toBe(false);
    document.body.append('changed');
    await settle(handle);
    expect(findButtons()).toEqual([]);
    expect(messages).toHaveLength(1);
  });

  test('is no matter where the server has printed the product', async () => {
    const { messages } = watchConsole();
    showConfigurable({ options: ROOTS.csp() });
    document.querySelector('[x-data]')?.setAttribute('data-config', '{');
    addProductTag(variedData('13'));
    const handle = await startWidget(SETTINGS);
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['1301', '1302']);
    expect(messages).toEqual([]);
  });
});

describe('what is sold out as a whole has no form, and', () => {
  test('offers itself by the id that its price has', async () => {
    showSoldOut({});
    const details: unknown[] = [];
    await startWidget({ ...SETTINGS, on: { shown: (detail) => details.push(detail) } });
    await waitForButton();
    expect(details).toMatchObject([
      {
        product: { id: '29', sku: 'ALL-OUT', name: 'All Out', type: 'simple' },
        variants: [{ id: '29', sku: 'ALL-OUT', salable: false }],
      },
    ]);
  });

  test('has its children asked of the shop when it is a configurable', async () => {
    const { questions } = startShop(found(foundConfigurable(29)));
    Object.assign(window, { CURRENT_STORE_CODE: 'hyva_de' });
    showSoldOut({ bodyClass: 'page-product-configurable' });
    const handle = await startWidget(SETTINGS);
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['23', '24', '25']);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.init.headers).toMatchObject({ Store: 'hyva_de' });
    delete (window as { CURRENT_STORE_CODE?: string }).CURRENT_STORE_CODE;
  });

  test('is not taken for a related product whose price comes first', async () => {
    const { questions } = startShop(found());
    watchConsole();
    showSoldOut({
      price: '<div class="product-item"><span id="product-price-77">$1</span></div>',
    });
    const handle = await startWidget(SETTINGS);
    await settle(handle);
    expect(await readOffer(handle)).toEqual([]);
    expect(JSON.stringify(questions)).not.toContain('77');
  });
});

describe('tiles of related products beside the product', () => {
  const tile = (content: string) =>
    `<form class="item product product-item product_addtocart_form"><input name="product" value="77">${content}</form>`;

  test('with swatches of their own do not hide that it is sold out', async () => {
    showSoldOut({
      below: tile('<div x-data="initConfigurableSwatchOptions_77()"></div>'),
    });
    const handle = await startWidget(SETTINGS);
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['29']);
  });

  test('in which a shopper chooses a colour do not change what is chosen above', async () => {
    const radio = '<input type="radio" name="super_attribute[137]" value="5" checked>';
    showConfigurable({ options: ROOTS.default(), below: tile(radio) });
    const handle = await startWidget(SETTINGS);
    await waitForButton();
    expect(await readOffer(handle)).toEqual(SOLD_OUT);
  });

  test('whose swatches are sold out keep them as they are', async () => {
    const swatch =
      '<div data-attribute-id="137"><div class="swatch-option" id="foreign"><i data-option-id="6"></i></div></div>';
    showConfigurable({ options: ROOTS.csp(), below: tile(swatch) });
    await startWidget(SETTINGS);
    await waitForButton();
    const foreign = document.querySelector<HTMLElement>('#foreign');
    expect(foreign?.getAttribute('aria-label')).toBeNull();
    foreign?.click();
    expect(findDialog()?.open).toBeFalsy();
  });
});

test('a name that looks like HTML stays a text', async () => {
  showConfigurable({ options: ROOTS.default() });
  const name = '<img src=x onerror="alert(1)">';
  const heading = document.querySelector('h1');
  if (heading) heading.textContent = name;
  addProductTag(plainData('99'));
  const handle = await startWidget(SETTINGS);
  await handle.open();
  expect(openDialog().querySelector('h2')?.textContent).toBe(name);
  expect(openDialog().querySelector('img')).toBeNull();
});
