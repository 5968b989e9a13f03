import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printJsonSchema } from '../../schema/print-json-schema.ts';
import { productData } from '../../schema/product-data.ts';
import { readProductData } from '../../src/product/product-data.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the worked example of an adapter is the one that the demo runs, and its browser tests', () => {
  expect(read('docs/own-theme.md')).toContain(read('demo/public/own-theme/adapter.js').trim());
});

test('the example of product data is understood', () => {
  const [, json = ''] =
    /<script[^>]* data-back-in-stock-product>([\s\S]*?)<\/script>/.exec(
      read('docs/product-data.md'),
    ) ?? [];
  const data = JSON.parse(json);
  expect(productData.safeParse(data).error).toBeUndefined();
  const product = readProductData('docs', () => data);
  expect(product?.variants.map(({ id, salable }) => [id, salable])).toEqual([
    ['2001', true],
    ['2003', false],
  ]);
});

test('the JSON Schema is the one that the schema gives: npm run build:schema', () => {
  expect(read('schema/product-data.schema.json')).toBe(printJsonSchema());
});
