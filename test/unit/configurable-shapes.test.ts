import { describe, expect, test } from 'vitest';
import { readPrinted, readStarted, soldOutIds } from '../support/read-configuration.ts';

/** Red and Green in Small and Large; Red/Large cannot be bought. */
const JSON_OF_TWO_BY_TWO = {
  attributes: {
    93: {
      id: '93',
      code: 'color',
      label: 'Colour',
      position: '0',
      options: [
        { id: '49', label: 'Red', products: ['1'] },
        { id: '50', label: 'Green', products: ['3', '4'] },
      ],
    },
    144: {
      id: '144',
      code: 'size',
      label: 'Size',
      position: '1',
      options: [
        { id: '166', label: 'Small', products: ['1', '3'] },
        { id: '168', label: 'Large', products: ['4'] },
      ],
    },
  },
  index: {
    1: { 93: '49', 144: '166' },
    2: { 93: '49', 144: '168' },
    3: { 93: '50', 144: '166' },
    4: { 93: '50', 144: '168' },
  },
};
const { attributes, index } = JSON_OF_TWO_BY_TWO;

/** PHP prints a list whose keys have a gap as a map. */
const withGaps = (list: readonly unknown[]) =>
  Object.fromEntries(list.map((value, place) => [String(place * 2 + 1), value]));

const ids = (json: unknown) => readPrinted(json)?.variants.map(({ id }) => id);

describe('other shapes of the same data', () => {
  const expected = readPrinted(JSON_OF_TWO_BY_TWO);

  test('the plain one', () => {
    expect(soldOutIds(expected)).toEqual(['2']);
  });

  test('numbers instead of texts', () => {
    const numbers = JSON.stringify(JSON_OF_TWO_BY_TWO).replace(/"(\d+)"(?!:)/g, '$1');
    expect(numbers).not.toBe(JSON.stringify(JSON_OF_TWO_BY_TWO));
    expect(readPrinted(numbers)).toEqual(expected);
  });

  test('lists with gaps, printed as maps', () => {
    const gaps = Object.values(attributes).map((attribute) => ({
      ...attribute,
      options: withGaps(
        attribute.options.map((option) => ({ ...option, products: withGaps(option.products) })),
      ),
    }));
    expect(readPrinted({ index, attributes: withGaps(gaps) })).toEqual(expected);
  });

  test('a list of attributes that is not in order', () => {
    const list = Object.values(attributes).reverse();
    expect(readPrinted({ index, attributes: list })).toEqual(expected);
  });

  test('the page reads Magento’s object and never changes it', () => {
    const list = Object.values(structuredClone(attributes)).reverse();
    const json = { index: structuredClone(index), attributes: list };
    const before = structuredClone(json);
    expect(soldOutIds(readStarted(json))).toEqual(['2']);
    expect(json).toEqual(before);
  });
});

describe('data that says nothing for certain offers nothing', () => {
  test.each([
    ['nothing at all', {}],
    ['no index', { attributes }],
    ['an empty index, which PHP prints as a list', { attributes, index: [] }],
    ['no attributes', { index }],
    ['null everywhere', { attributes: null, index: null, salable: null, sku: null }],
    ['texts where maps should be', { attributes: 'none', index: 'none', salable: 'none' }],
    ['attributes of null', { index, attributes: { 93: null, 144: null } }],
  ])('%s', (_name, json) => {
    expect(soldOutIds(readPrinted(json)) ?? []).toEqual([]);
  });

  test.each([
    ['a text', '"{}"'],
    ['a number', '1'],
    ['true', 'true'],
    ['a list', '[]'],
    ['null', 'null'],
  ])('configuration that is %s', (_name, source) => {
    expect(soldOutIds(readPrinted(source)) ?? []).toEqual([]);
  });

  test('a child without one of the options could be any of several', () => {
    const json = { attributes, index: { ...index, 2: { 93: '49' } } };
    expect(ids(json)).toEqual(['1', '3', '4']);
  });

  test('a child with an option that the attribute does not have', () => {
    const json = { attributes, index: { ...index, 2: { 93: '49', 144: '999' } } };
    expect(ids(json)).toEqual(['1', '3', '4']);
  });

  test('a child whose entry is empty', () => {
    expect(ids({ attributes, index: { ...index, 2: [], 4: null } })).toEqual(['1', '3']);
  });
});

describe('keys that every object has', () => {
  test.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])(
    'an option named %s is none that the attribute has',
    (name) => {
      expect(ids({ attributes, index: { ...index, 2: { 93: '49', 144: name } } })).not.toContain(
        '2',
      );
    },
  );

  test.each(['constructor', '__proto__'])('a salable map with the key %s', (key) => {
    const source = `{"attributes":${JSON.stringify(attributes)},"index":${JSON.stringify(index)},"canDisplayShowOutOfStockStatus":true,"salable":{"${key}":{"49":["1"]}}}`;
    expect(soldOutIds(readPrinted(source))).toEqual(['1', '2', '3', '4']);
  });

  test('do not change what every other object is', () => {
    const evil = '{"id":"93","polluted":"yes","49":{"products":["2"]}}';
    const source = `{"attributes":{"__proto__":${evil}},"index":{"__proto__":${evil},"2":{"__proto__":${evil}}},"sku":{"__proto__":${evil}}}`;
    readPrinted(source);
    readStarted(JSON.parse(source));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('give no SKU to a child that has none', () => {
    expect(readPrinted({ attributes, index, sku: {} })?.variants[0]?.sku).toBeUndefined();
  });
});
