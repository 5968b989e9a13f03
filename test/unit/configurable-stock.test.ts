import { describe, expect, test } from 'vitest';
import { buildConfiguration, type StoreSettings } from '../../demo/catalogue/configuration.ts';
import {
  findConfigurable,
  readPrinted,
  readStarted,
  soldOutIds,
} from '../support/read-configuration.ts';

const VERSIONS: readonly StoreSettings['magento'][] = ['2.4.6', '2.4.1', '2.3.5'];

/** The shop's sold-out children by hand, so that the shop cannot make the same mistake as the reader. */
const SHOWN = {
  'trail-runner': ['2003', '2009', '2010', '2011', '2012'],
  'harbour-jacket': ['2015', '2017', '2020', '2021'],
  'everyday-hoodie': ['2024', '2026'],
  'crew-tee': [],
};

describe.each(Object.entries(SHOWN))('%s', (page, expected) => {
  const product = findConfigurable(page);

  test.each(VERSIONS)('Magento %s: exactly the sold-out children that it shows', (magento) => {
    const json = buildConfiguration(product, { stock: 'shown', magento });
    const read = readPrinted(json);
    expect(soldOutIds(read)).toEqual(expected);
    expect(read?.variants).toHaveLength(product.children.length);
  });

  test.each(VERSIONS)('Magento %s keeps hidden children to itself', (magento) => {
    const json = buildConfiguration(product, { stock: 'hidden', magento });
    const read = readPrinted(json);
    expect(soldOutIds(read)).toEqual([]);
    expect(read?.variants).toHaveLength(product.children.length - expected.length);
  });

  test('the started widget, with its sorted list of attributes, gives the same', () => {
    const json = buildConfiguration(product, { stock: 'shown', magento: '2.4.6' });
    const attributes = Object.values(json.attributes);
    const started = { ...json, attributes, mappedAttributes: json.attributes };
    expect(readStarted(started)).toEqual(readPrinted(json));
    expect(soldOutIds(readStarted(started))).toEqual(expected);
  });
});

describe('the product', () => {
  const json = buildConfiguration(findConfigurable('trail-runner'), {
    stock: 'shown',
    magento: '2.4.6',
  });

  test('is the parent, with its children as variants', () => {
    const product = readPrinted(json);
    expect(product).toMatchObject({
      id: '2013',
      sku: 'TR2',
      name: 'Trail Runner 2',
      type: 'configurable',
      attributes: [
        { id: '93', code: 'color', label: 'Colour' },
        { id: '144', code: 'size', label: 'Size' },
      ],
    });
    expect(product?.variants[2]).toEqual({
      id: '2003',
      sku: 'TR2-RED-42',
      image: '/media/catalog/product/shoe-red.svg',
      options: { 93: { id: '49', label: 'Red' }, 144: { id: '168', label: '42' } },
      salable: false,
    });
  });

  test('has children without an SKU where Magento does not print any', () => {
    const { sku: _, ...older } = json;
    expect(readPrinted(older)?.variants.map(({ sku }) => sku)).toEqual(Array(12).fill(undefined));
  });
});

describe('the stock of Magento 2.4.4 and newer', () => {
  const product = findConfigurable('trail-runner');
  const shown = buildConfiguration(product, { stock: 'shown', magento: '2.4.6' });
  const all = product.children.map(({ id }) => id);

  test('an empty list of what is salable, with sold-out children shown, means that all are sold out', () => {
    expect(soldOutIds(readPrinted({ ...shown, salable: [] }))).toEqual(all);
  });

  test('an empty list of what is salable, with sold-out children hidden, says nothing', () => {
    const hidden = { ...shown, salable: [], canDisplayShowOutOfStockStatus: false };
    expect(soldOutIds(readPrinted(hidden))).toEqual([]);
  });

  test('a child that only one of its options calls salable is sold out', () => {
    const { 93: colours, 144: sizes } = shown.salable as Record<string, Record<string, string[]>>;
    const onlyByColour = { 93: colours, 144: { ...sizes, 166: ['2005'] } };
    expect(soldOutIds(readPrinted({ ...shown, salable: onlyByColour }))).toContain('2001');
  });
});
