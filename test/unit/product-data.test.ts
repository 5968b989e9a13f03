import { beforeEach, describe, expect, test, vi } from 'vitest';
import { watchConsole } from '../support/console.ts';

const SHOE = {
  id: '13',
  sku: 'CONF-SWATCH',
  name: 'Shoe',
  image: '/shoe.jpg',
  type: 'configurable',
  storeId: '1',
  storeCode: 'default',
  attributes: [{ id: '137', code: 't_color', label: 'Colour' }],
  variants: [
    { id: '4', sku: 'RED', options: { 137: { id: '4', label: 'Red' } }, salable: true },
    {
      id: '10',
      sku: 'BLUE',
      image: '/blue.jpg',
      options: { 137: { id: '6', label: 'Blue' } },
      salable: false,
    },
  ],
};

const LANTERN = {
  id: '2',
  name: 'Lantern',
  type: 'simple',
  variants: [{ id: '2', salable: false }],
};

const [RED, BLUE] = SHOE.variants;

/** Reads data as those of another page: what has been logged before is forgotten. */
async function read(data: unknown) {
  const { readProductData } = await import('../../src/product/product-data.ts');
  return readProductData('the source', () => data);
}

beforeEach(() => {
  vi.resetModules();
});

describe('data that are complete', () => {
  test('are the product', async () => {
    expect(await read(SHOE)).toEqual(SHOE);
  });

  test('may have numbers for ids, of which texts are made', async () => {
    const product = await read({
      ...SHOE,
      id: 13,
      storeId: 1,
      attributes: [{ id: 137, code: 't_color', label: 'Colour' }],
      variants: [{ id: 10, sku: 777, options: { 137: { id: 6, label: 42 } }, salable: false }],
    });
    expect(product).toMatchObject({
      id: '13',
      storeId: '1',
      attributes: [{ id: '137' }],
      variants: [{ id: '10', sku: '777', options: { 137: { id: '6', label: '42' } } }],
    });
  });

  test.each<[string, object]>([
    ['null for what is not known', { sku: null, storeId: null, storeCode: null, attributes: null }],
    ['nothing for what is not known', {}],
    ['an empty list of attributes', { attributes: [] }],
    ['keys of their own', { price: 7, salable: true }],
  ])('may have %s', async (_name, more) => {
    const { messages } = watchConsole();
    const product = await read({ ...LANTERN, ...more });
    expect(product?.variants).toMatchObject([{ id: '2', options: {}, salable: false }]);
    expect(product).toMatchObject({ attributes: [] });
    expect(product?.sku).toBeUndefined();
    expect(messages).toEqual([]);
  });

  test.each([[[]], [null], [undefined], [{}]])(
    'may have %j as the options of what does not vary',
    async (options) => {
      const product = await read({ ...LANTERN, variants: [{ id: '2', options, salable: false }] });
      expect(product?.variants).toMatchObject([{ id: '2', options: {} }]);
    },
  );

  test('may have no variants at all', async () => {
    expect(await read({ ...SHOE, variants: [] })).toMatchObject({ id: '13', variants: [] });
  });

  test('may give the ids of the options alone for a variant in stock, as texts or numbers', async () => {
    const { messages } = watchConsole();
    for (const option of ['4', 4]) {
      const product = await read({
        ...SHOE,
        variants: [{ ...RED, options: { 137: option } }, BLUE],
      });
      expect(product?.variants).toEqual([
        { ...RED, options: { 137: { id: '4', label: '' } } },
        BLUE,
      ]);
    }
    expect(messages).toEqual([]);
  });

  test('keep names that look like HTML as they are', async () => {
    const name = '<img src=x onerror=alert(1)>';
    expect(await read({ ...LANTERN, name })).toMatchObject({ name });
  });
});

describe('a variant is left out', () => {
  test.each<[string, unknown]>([
    ['that lacks an attribute', { ...BLUE, id: '11', options: {} }],
    ['whose options are an empty list', { ...BLUE, id: '11', options: [] }],
    ['whose options are null', { ...BLUE, id: '11', options: null }],
    ['whose option is null', { ...BLUE, id: '11', options: { 137: null } }],
    ['that has only another attribute', { ...BLUE, id: '11', options: { 7: { id: 1, label: 1 } } }],
    ['of which the id came before', { ...BLUE, salable: true }],
    ['of which the id came before as a text', { ...BLUE, id: 10 }],
  ])('%s', async (_name, variant) => {
    const product = await read({ ...SHOE, variants: [RED, BLUE, variant] });
    expect(product?.variants.map(({ id, salable }) => [id, salable])).toEqual([
      ['4', true],
      ['10', false],
    ]);
  });
});

describe('malformed data give nothing, and one message that names the source', () => {
  test.each<[string, unknown]>([
    ['a text', 'Shoe'],
    ['a number', 13],
    ['true', true],
    ['false', false],
    ['an empty text', ''],
    ['a list of products', [SHOE]],
    ['an empty map', {}],
    ['no id', { ...SHOE, id: undefined }],
    ['an id that is null', { ...SHOE, id: null }],
    ['an id that is empty', { ...SHOE, id: '' }],
    ['an id that is a list', { ...SHOE, id: ['13'] }],
    ['no name', { ...SHOE, name: undefined }],
    ['no type', { ...SHOE, type: undefined }],
    ['no variants', { ...SHOE, variants: undefined }],
    ['variants that are null', { ...SHOE, variants: null }],
    ['variants in a map', { ...SHOE, variants: { 0: BLUE } }],
    ['attributes in a map', { ...SHOE, attributes: { 137: SHOE.attributes[0] } }],
    ['attributes in a text', { ...SHOE, attributes: 'Colour' }],
    ['an attribute that is null', { ...SHOE, attributes: [null] }],
    ['an attribute without a label', { ...SHOE, attributes: [{ id: '137', code: 'c' }] }],
    ['an attribute without a code', { ...SHOE, attributes: [{ id: '137', label: 'Colour' }] }],
    ['a variant that is null', { ...SHOE, variants: [null] }],
    ['a variant without an id', { ...SHOE, variants: [{ ...BLUE, id: undefined }] }],
    ['a variant of unknown stock', { ...SHOE, variants: [{ ...BLUE, salable: undefined }] }],
    ['a variant with "0" for no', { ...SHOE, variants: [{ ...BLUE, salable: '0' }] }],
    ['a variant with 0 for no', { ...SHOE, variants: [{ ...BLUE, salable: 0 }] }],
    [
      'an option without a label',
      { ...SHOE, variants: [{ ...BLUE, options: { 137: { id: '6' } } }] },
    ],
    ['an option that is a text', { ...SHOE, variants: [{ ...BLUE, options: { 137: 'Blue' } }] }],
    [
      'of a variant in stock an option that is an empty text',
      { ...SHOE, variants: [{ ...RED, options: { 137: '' } }, BLUE] },
    ],
    [
      'of a variant in stock an option that is true',
      { ...SHOE, variants: [{ ...RED, options: { 137: true } }, BLUE] },
    ],
    ['only what it inherits', Object.create(SHOE)],
  ])('%s', async (_name, data) => {
    const { messages, errors } = watchConsole();
    expect(await read(data)).toBeUndefined();
    expect(await read(data)).toBeUndefined();
    expect(messages).toHaveLength(1);
    expect(errors[0]).toMatch(/^\[back-in-stock\] the source: \S/);
  });
});

test.each([null, undefined])('%s is no data, and no mistake', async (data) => {
  const { messages } = watchConsole();
  expect(await read(data)).toBeUndefined();
  expect(messages).toEqual([]);
});

test.each([new Error('No product here'), 'No product here'])(
  'what the maker of the data throws is logged: %s',
  async (thrown) => {
    const { errors } = watchConsole();
    const { readProductData } = await import('../../src/product/product-data.ts');
    const product = readProductData('product', () => {
      throw thrown;
    });
    expect(product).toBeUndefined();
    expect(errors).toEqual([
      expect.stringMatching(/^\[back-in-stock\] product: .*No product here$/),
    ]);
  },
);

test('a promise of data is no data', async () => {
  watchConsole();
  expect(await read(Promise.resolve(SHOE))).toBeUndefined();
});

test('of a circle of data, only what the format knows is taken', async () => {
  const circle: Record<string, unknown> = { ...LANTERN };
  circle.self = circle;
  expect(await read(circle)).toMatchObject({ id: '2' });
});
