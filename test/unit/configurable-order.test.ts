import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { variantLabel } from '../../src/product/offer.ts';
import { readPrinted, readStarted, soldOutIds } from '../support/read-configuration.ts';

const option = (id: string, label: string) => ({ id, label, products: [] });

test('variants come in the order of the options, not in that of their ids', () => {
  const product = readPrinted({
    attributes: {
      // An object by ids: the colour comes first on the page although its id is the higher one.
      90: {
        id: '90',
        code: 'size',
        label: 'Size',
        position: '1',
        options: [option('8', 'Small'), option('9', 'Medium'), option('7', 'Large')],
      },
      91: {
        id: '91',
        code: 'color',
        label: 'Colour',
        position: '0',
        options: [option('5', 'Red'), option('4', 'Blue')],
      },
    },
    index: {
      1: { 90: '7', 91: '4' },
      2: { 90: '8', 91: '4' },
      3: { 90: '9', 91: '4' },
      4: { 90: '9', 91: '5' },
      5: { 90: '7', 91: '5' },
      6: { 90: '8', 91: '5' },
    },
  });
  if (!product) throw new Error('The page has a product.');
  expect(product.variants.map((variant) => variantLabel(product, variant))).toEqual([
    'Red / Small',
    'Red / Medium',
    'Red / Large',
    'Blue / Small',
    'Blue / Medium',
    'Blue / Large',
  ]);
});

test('the tenth attribute comes after the second one', () => {
  const attribute = (id: string, position: string) => ({ id, label: id, position, options: [] });
  const attributes = { 1: attribute('1', '10'), 2: attribute('2', '2'), 3: attribute('3', '1') };
  const product = readPrinted({ attributes, index: {} });
  expect(product?.attributes.map(({ id }) => id)).toEqual(['3', '2', '1']);
});

/** A product with so many children, every seventh of them sold out, in options of fifty. */
function createLarge(count: number) {
  const children = Array.from({ length: count }, (_, place) => String(place + 1));
  const choice = (id: string): Record<string, string> => ({
    1: String(Number(id) % 50),
    2: String(Math.floor(Number(id) / 50)),
  });
  const attribute = (id: string) => {
    const options = new Set(children.map((child) => choice(child)[id] ?? ''));
    const list = [...options].map((label) => ({
      id: label,
      label,
      products: children.filter((child) => Number(child) % 7 && choice(child)[id] === label),
    }));
    return { id, code: id, label: id, position: id, options: list };
  };
  return {
    attributes: { 1: attribute('1'), 2: attribute('2') },
    index: Object.fromEntries(children.map((child) => [child, choice(child)])),
  };
}

/** The shortest of several runs, which other work on the machine has disturbed the least. */
function measure(json: unknown): number {
  const runs = Array.from({ length: 7 }, () => {
    const start = performance.now();
    readStarted(json);
    return performance.now() - start;
  });
  return Math.min(...runs);
}

test('ten times as many children take about ten times as long, not a hundred times', () => {
  const few = createLarge(500);
  const many = createLarge(5000);
  expect(soldOutIds(readStarted(many))).toHaveLength(Math.floor(5000 / 7));
  // Makes the measured code as fast as it gets before anything is compared.
  measure(few);
  expect(measure(many) / measure(few)).toBeLessThan(40);
});
