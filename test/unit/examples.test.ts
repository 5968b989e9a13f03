import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printJsonSchema } from '../../schema/print-json-schema.ts';
import { productData } from '../../schema/product-data.ts';
import { readProductData } from '../../src/product/product-data.ts';
import { DOCUMENTS, readDocument } from '../support/documents.ts';
import { findExamples, listExamples, NOT_RUN, RUN, readExample } from '../support/examples.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('a new example is run by a test, or has a reason why not', () => {
  const places = [...Object.values(RUN), ...NOT_RUN];

  test.each(DOCUMENTS)('%s', (document) => {
    const ofDocument = places.filter((place) => place.document === document);
    const forgotten = listExamples(document).filter(
      ({ code }) => !ofDocument.some(({ part }) => code.includes(part)),
    );
    expect(forgotten, 'add it to test/support/examples.ts').toEqual([]);
  });

  test.each(places)('$document has one example with "$part"', (place) => {
    expect(findExamples(place)).toHaveLength(1);
  });

  test.each(Object.entries(RUN))('%s: the named test reads it', (name, { by }) => {
    expect(read(by)).toContain(`'${name}'`);
  });

  test('only commands have reasons', () => {
    const languages = NOT_RUN.flatMap((place) => findExamples(place)).map((it) => it.language);
    expect([...new Set(languages)]).toEqual(['sh']);
  });
});

test('the worked example of an adapter is the one that the demo runs, and its browser tests', () => {
  expect(readDocument('docs/own-theme.md')).toContain(
    read('demo/public/own-theme/adapter.js').trim(),
  );
});

test('the example of product data is understood', () => {
  const [, json = ''] = /<script[^>]*>([\s\S]*?)<\/script>/.exec(readExample('product data')) ?? [];
  const data = JSON.parse(json);
  expect(productData.safeParse(data).error).toBeUndefined();
  const product = readProductData('docs', () => data);
  expect(product?.variants.map(({ id, salable }) => [id, salable])).toEqual([
    ['2001', true],
    ['2003', false],
  ]);
});

test('so is the example of a product that does not vary', () => {
  const data = JSON.parse(readExample('simple product data'));
  expect(productData.safeParse(data).error).toBeUndefined();
  expect(readProductData('docs', () => data)?.variants).toEqual([
    expect.objectContaining({ id: '7', salable: false }),
  ]);
});

test('the JSON Schema is the one that the schema gives: npm run build:schema', () => {
  expect(read('schema/product-data.schema.json')).toBe(printJsonSchema());
});
