import { describe, expect, test } from 'vitest';
import { buildConfiguration } from '../../demo/catalogue/configuration.ts';
import {
  isComplete,
  isUndecided,
  offeredVariants,
  soldOutVariants,
  variantLabel,
} from '../../src/product/offer.ts';
import type { Product, Selection } from '../../src/product/product.ts';
import { findConfigurable, readPrinted } from '../support/read-configuration.ts';

const RED = '49';
const GREEN = '50';
const BLUE = '51';

function readTrailRunner(): Product {
  const catalogued = findConfigurable('trail-runner');
  const product = readPrinted(buildConfiguration(catalogued, { stock: 'shown', magento: '2.4.6' }));
  if (!product) throw new Error('The page has a product.');
  return product;
}

const configurable = readTrailRunner();
const simple: Product = {
  id: '2045',
  sku: 'LANTERN-2',
  name: 'Camp Lantern',
  type: 'simple',
  attributes: [],
  variants: [{ id: '2045', sku: 'LANTERN-2', options: {}, salable: false }],
};

describe('the shopper may still want what can be bought', () => {
  test.each<[string, Selection, boolean]>([
    ['before the first choice', {}, true],
    ['after a colour of which one size is sold out', { 93: RED }, true],
    ['after a colour that is sold out', { 93: BLUE }, false],
    ['after a sold-out combination', { 93: RED, 144: '168' }, false],
  ])('%s', (_name, selection, expected) => {
    expect(isUndecided(configurable, selection)).toBe(expected);
  });

  test('not where everything is sold out', () => {
    const variants = configurable.variants.map((variant) => ({ ...variant, salable: false }));
    expect(isUndecided({ ...configurable, variants }, {})).toBe(false);
  });

  test('not where nothing varies, as with the members of a grouped product', () => {
    expect(isUndecided(simple, {})).toBe(false);
    const [member] = simple.variants;
    if (!member) throw new Error('The product is its own variant.');
    const variants = [member, { ...member, id: '2046', salable: true }];
    expect(isUndecided({ ...simple, type: 'grouped', variants }, {})).toBe(false);
  });
});

describe('what is offered', () => {
  test.each<[string, Selection, string[]]>([
    ['before the first choice', {}, ['2003', '2009', '2010', '2011', '2012']],
    ['for a colour with one sold-out size', { 93: RED }, ['2003']],
    ['for a colour without any', { 93: GREEN }, []],
    ['for a colour that is sold out', { 93: BLUE }, ['2009', '2010', '2011', '2012']],
    ['for a size, whatever the colour', { 144: '168' }, ['2003', '2011']],
    ['for a sold-out combination', { 93: RED, 144: '168' }, ['2003']],
    ['for a combination that can be bought', { 93: RED, 144: '166' }, []],
    ['for a combination that does not exist', { 93: RED, 144: '999' }, []],
    [
      'for a choice of something else on the page',
      { 7: '1' },
      ['2003', '2009', '2010', '2011', '2012'],
    ],
  ])('%s', (_name, selection, expected) => {
    expect(offeredVariants(configurable, selection).map(({ id }) => id)).toEqual(expected);
  });

  test('is all that is sold out as long as nothing is chosen', () => {
    expect(offeredVariants(configurable, {})).toEqual(soldOutVariants(configurable));
  });

  test('is the product itself where it does not vary', () => {
    expect(offeredVariants(simple, {}).map(({ id }) => id)).toEqual(['2045']);
  });

  test('is nothing where everything can be bought', () => {
    const variants = simple.variants.map((variant) => ({ ...variant, salable: true }));
    expect(offeredVariants({ ...simple, variants }, {})).toEqual([]);
  });
});

describe('a choice', () => {
  test.each<[string, boolean, Product, Selection]>([
    ['of nothing is incomplete', false, configurable, {}],
    ['of one of two attributes is incomplete', false, configurable, { 93: RED }],
    ['of both is complete', true, configurable, { 93: RED, 144: '166' }],
    ['of other things is incomplete', false, configurable, { 1: '1', 2: '2' }],
    ['of nothing is complete where there is nothing to choose', true, simple, {}],
  ])('%s', (_name, expected, product, selection) => {
    expect(isComplete(product, selection)).toBe(expected);
  });
});

describe('the name of a variant', () => {
  test('is what shoppers call it, in the order of the page', () => {
    expect(configurable.variants.slice(2, 5).map((variant) => variantLabel(configurable, variant)))
      // Without the ids that Magento uses for the same things.
      .toEqual(['Red / 42', 'Red / 43', 'Green / 40']);
  });

  test('is empty for a product that does not vary', () => {
    const [variant] = simple.variants;
    expect(variant && variantLabel(simple, variant)).toBe('');
  });
});

describe('a grouped product', () => {
  const grouped: Product = {
    id: '49',
    name: 'Camping Set',
    type: 'grouped',
    attributes: [],
    variants: [
      { id: '44', sku: 'GROUP-A', name: 'Mug', options: {}, salable: true },
      { id: '45', sku: 'GROUP-B', name: 'Lantern', options: {}, salable: false },
      { id: '46', sku: 'GROUP-C', options: {}, salable: false },
    ],
  };

  test('offers its sold-out members, whatever is chosen elsewhere on the page', () => {
    expect(offeredVariants(grouped, {}).map(({ id }) => id)).toEqual(['45', '46']);
    expect(offeredVariants(grouped, { 93: RED }).map(({ id }) => id)).toEqual(['45', '46']);
  });

  test('is never chosen completely, since shoppers choose several of it', () => {
    expect(isComplete(grouped, {})).toBe(false);
    expect(isComplete(grouped, { 93: RED })).toBe(false);
  });

  test('calls its members by their own names, as far as they have some', () => {
    expect(grouped.variants.map((variant) => variantLabel(grouped, variant))).toEqual([
      'Mug',
      'Lantern',
      '',
    ]);
  });

  test('is the only one that does: a child is called by its options, not by its own long name', () => {
    const [child] = configurable.variants;
    if (!child) throw new Error('The product has children.');
    const named = { ...child, name: 'Trail Runner 2-Red-40' };
    expect(variantLabel(configurable, named)).toBe('Red / 40');
    expect(variantLabel(simple, { ...named, options: {} })).toBe('');
  });
});
