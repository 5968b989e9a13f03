import { expect, test } from 'vitest';
import { fillIn } from '../../src/product/offer.ts';
import type { Product, Variant } from '../../src/product/product.ts';

const variant: Variant = {
  id: '2003',
  options: { 93: { id: '49', label: 'Red' }, 144: { id: '168', label: '42' } },
  salable: false,
};
const product: Product = {
  id: '2013',
  name: 'Trail Runner 2',
  type: 'configurable',
  attributes: [
    { id: '93', code: 'color', label: 'Colour' },
    { id: '144', code: 'size', label: 'Size' },
  ],
  variants: [variant],
};

test.each([
  ['{product_name} is sold out', 'Trail Runner 2 is sold out'],
  ['Choose {attributes}', 'Choose Colour / Size'],
  ['{variant} of {product_name}', 'Red / 42 of Trail Runner 2'],
  ['{product_name}, {product_name}!', 'Trail Runner 2, Trail Runner 2!'],
  ['{field} is missing', 'store is missing'],
  ['', ''],
  ['nothing to fill in', 'nothing to fill in'],
])('%s', (text, expected) => {
  expect(fillIn(text, product, variant, { '{field}': 'store' })).toBe(expected);
});

test('what the variants differ by is the product’s name where nothing varies', () => {
  expect(fillIn('{attributes}', { ...product, attributes: [] })).toBe('Trail Runner 2');
});

test('the variant is the product’s name before the choice, and where nothing varies', () => {
  const plain: Product = { ...product, attributes: [] };
  expect(fillIn('{variant}', product)).toBe('Trail Runner 2');
  expect(fillIn('{variant}', plain, { ...variant, options: {} })).toBe('Trail Runner 2');
});

test.each<[string, readonly string[], string]>([
  ['the one that fits', ['Red / 42'], 'Tell me: Red / 42 of Trail Runner 2'],
  [
    'what those that fit have in common',
    ['Red / 42', 'Red / 43'],
    'Tell me: Red of Trail Runner 2',
  ],
  ['what they differ by', ['Red / 42', 'Blue / 43'], 'Tell me: Colour / Size of Trail Runner 2'],
  [
    'what they differ by, where only some of them have something in common',
    ['Red / 42', 'Red / 43', 'Blue / 44'],
    'Tell me: Colour / Size of Trail Runner 2',
  ],
])('before the choice the variant is %s', (_name, labels, expected) => {
  const variants = labels.map((label): Variant => {
    const [color = '', size = ''] = label.split(' / ');
    return {
      id: label,
      options: { 93: { id: color, label: color }, 144: { id: size, label: size } },
      salable: false,
    };
  });
  expect(fillIn('Tell me: {variant} of {product_name}', product, variants)).toBe(expected);
});

test.each(['{unknown}', '{constructor}', '{__proto__}', '{toString}', '{}', '{product name}', '{'])(
  '%s is no placeholder and stays',
  (text) => {
    expect(fillIn(text, product, variant)).toBe(text);
  },
);

test.each(['$&', '$1', "$'", '$`', '$$', '<b onclick="alert(1)">Bold</b>', '&amp;', '{variant}'])(
  'a name with %s is put in as it is',
  (name) => {
    expect(fillIn('[{product_name}]', { ...product, name }, variant)).toBe(`[${name}]`);
  },
);
