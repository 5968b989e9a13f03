import { describe, expect, test } from 'vitest';
import { catalogueId } from '../../src/product/offer.ts';
import type { Product, Variant } from '../../src/product/product.ts';

const child: Variant = { id: '2003', sku: 'TR2-RED-42', options: {}, salable: false };
const parent: Product = {
  id: '2013',
  sku: 'TR2',
  name: 'Trail Runner 2',
  type: 'configurable',
  attributes: [],
  variants: [child],
};
const lantern: Variant = { id: '2045', sku: 'LANTERN-2', options: {}, salable: false };
const simple: Product = {
  ...parent,
  id: '2045',
  sku: 'LANTERN-2',
  type: 'simple',
  variants: [lantern],
};

describe('what Klaviyo calls a child', () => {
  test('is its id by default', () => {
    expect(catalogueId(parent, child, 'id')).toBe('2003');
  });

  test('is its SKU where the merchant says so', () => {
    expect(catalogueId(parent, child, 'sku')).toBe('TR2-RED-42');
  });

  test('is unknown where the page does not print the SKU', () => {
    expect(catalogueId(parent, { ...child, sku: undefined }, 'sku')).toBeUndefined();
  });

  test('is what the merchant’s function makes of the child and its product', () => {
    const name = (variant: Variant, product: Product) => `${product.sku}::${variant.id}`;
    expect(catalogueId(parent, child, name)).toBe('TR2::2003');
  });

  test.each([undefined, null, '', '  ', 2003, {}, ['2003'], Promise.resolve('2003')])(
    'is unknown when that function gives %s',
    (value) => {
      expect(catalogueId(parent, child, () => value as string)).toBeUndefined();
    },
  );
});

describe('a configurable product itself', () => {
  test.each(['2013', 'TR2'])(
    'is never subscribed to, not even by a function that gives %s',
    (value) => {
      expect(catalogueId(parent, child, () => value)).toBeUndefined();
    },
  );

  test('is not taken for a child that has its id or SKU by mistake', () => {
    expect(catalogueId(parent, { ...child, id: '2013' }, 'id')).toBeUndefined();
    expect(catalogueId(parent, { ...child, sku: 'TR2' }, 'sku')).toBeUndefined();
  });

  test('is not taken with blanks around it, which are trimmed before it is sent', () => {
    expect(catalogueId(parent, child, () => ' 2013 ')).toBeUndefined();
  });
});

test('a simple product is called by its own id or SKU', () => {
  expect(catalogueId(simple, lantern, 'id')).toBe('2045');
  expect(catalogueId(simple, lantern, 'sku')).toBe('LANTERN-2');
});

describe('a grouped product', () => {
  const mug: Variant = { id: '44', sku: 'GROUP-A', name: 'Mug', options: {}, salable: false };
  const set: Product = { ...parent, id: '49', sku: 'SET', type: 'grouped', variants: [mug] };

  test('has members that are called by their own id or SKU', () => {
    expect(catalogueId(set, mug, 'id')).toBe('44');
    expect(catalogueId(set, mug, 'sku')).toBe('GROUP-A');
  });

  test.each(['49', 'SET', ' SET '])('is never subscribed to itself, as %j', (value) => {
    expect(catalogueId(set, mug, () => value)).toBeUndefined();
    expect(catalogueId(set, { ...mug, id: value, sku: value }, 'id')).toBeUndefined();
    expect(catalogueId(set, { ...mug, id: value, sku: value }, 'sku')).toBeUndefined();
  });
});

test.each(['bundle', 'virtual', 'downloadable', 'giftcard'])(
  'a product of the type %s is called by its own id or SKU',
  (type) => {
    expect(catalogueId({ ...simple, type }, lantern, 'id')).toBe('2045');
    expect(catalogueId({ ...simple, type }, lantern, 'sku')).toBe('LANTERN-2');
  },
);
