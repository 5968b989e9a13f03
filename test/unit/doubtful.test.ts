import { describe, expect, test } from 'vitest';
import { at, readText, values } from '../../src/product/product-data.ts';

const circle: { self?: unknown } = {};
circle.self = circle;

describe('a member', () => {
  test.each<[string, unknown, string, unknown]>([
    ['of a map', { 137: 'Red' }, '137', 'Red'],
    ['of a list, by its index', ['Red'], '0', 'Red'],
    ['that is null', { sku: null }, 'sku', null],
    ['that is missing', {}, 'sku', undefined],
    ['of null', null, 'sku', undefined],
    ['of undefined', undefined, 'sku', undefined],
    ['of a number', 7, 'toFixed', undefined],
    ['of a text', 'Red', 'trim', undefined],
    ['that every object inherits', {}, 'constructor', undefined],
    ['that every object inherits, by its strangest name', {}, '__proto__', undefined],
    ['called so in the data', JSON.parse('{"__proto__": "Red"}'), '__proto__', 'Red'],
    ['of a map without a prototype', Object.assign(Object.create(null), { a: 1 }), 'a', 1],
  ])('%s', (_name, value, key, expected) => {
    expect(at(value, key)).toBe(expected);
  });
});

describe('the members', () => {
  test.each<[string, unknown, unknown[]]>([
    ['of a list', ['4', '5'], ['4', '5']],
    ['of a list that PHP prints as a map', { 1: '4', 3: '5' }, ['4', '5']],
    ['of an empty list', [], []],
    ['of null', null, []],
    ['of undefined', undefined, []],
    ['of a number', 7, []],
    ['of true', true, []],
    ['of a circle', circle, [circle]],
  ])('%s', (_name, value, expected) => {
    expect(values(value)).toEqual(expected);
  });
});

describe('a text', () => {
  test.each<[unknown, string]>([
    ['137', '137'],
    [137, '137'],
    [0, '0'],
    ['', ''],
    ['<b>Red</b>', '<b>Red</b>'],
  ])('is what %j says', (value, expected) => {
    expect(readText(value)).toBe(expected);
  });

  test.each([null, undefined, true, false, {}, [], ['137'], { toString: () => '137' }])(
    'is not what %j says',
    (value) => {
      expect(readText(value)).toBe('');
    },
  );
});
