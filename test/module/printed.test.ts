import Ajv from 'ajv';
import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CATALOGUE } from '../../demo/catalogue/catalogue.ts';
import { describeAsModule } from '../../demo/catalogue/product-data.ts';
import { describeConfiguration } from '../../demo/module/module-configuration.ts';
import { printPlaceholder } from '../../demo/module/placeholder.ts';
import schema from '../../schema/product-data.schema.json' with { type: 'json' };
import { productData } from '../../schema/product-data.ts';
import { parseConfiguration } from '../../src/configuration/parse-configuration.ts';
import { type ProductData, readProductData } from '../../src/product/product-data.ts';
import { listChangedSources, listPages, listSources, RENEW, readPage } from './printed.ts';

// The tags as PHP has printed them; php.test.ts compares them with what it prints now.
test('there is a file for each page of the catalogue, and none besides', () => {
  expect(listPages(), RENEW).toEqual(CATALOGUE.map(({ page }) => page).sort());
});

test('nothing has changed since of what they were printed by', () => {
  expect(listSources()).toContain('magento/Model/ProductData.php');
  expect(listChangedSources(), RENEW).toEqual([]);
});

/** The content of a tag, read by a browser's rules for HTML. */
function readTag(page: string, name: string): unknown {
  const { document } = new Window();
  document.body.innerHTML = readPage(page);
  const tags = document.querySelectorAll(`script[type="application/json"][${name}]`);
  expect(tags).toHaveLength(1);
  return JSON.parse(tags[0]?.textContent ?? '');
}

/** HTML as a browser reads it, without white space between elements. */
function simplify(html: string): string {
  const { document } = new Window();
  document.body.innerHTML = html;
  return document.body.innerHTML.replaceAll(/\s*\n\s*/g, '');
}

const isValid = new Ajv({ allowUnionTypes: true }).compile(schema);

describe.each(CATALOGUE)('$page', (product) => {
  const data = () => readTag(product.page, 'data-back-in-stock-product');

  test('is accepted by the zod schema and by the JSON Schema', () => {
    expect(productData.safeParse(data()).error).toBeUndefined();
    expect(isValid(data()), JSON.stringify(isValid.errors)).toBe(true);
  });

  test('describes the product of the catalogue, all of its variants and their stock', () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue();
    const read = readProductData('the tag', data);
    expect(read).toEqual(readProductData('the catalogue', () => describeAsModule(product, 'id')));
    expect(read).toBeDefined();
    expect(complaints).not.toHaveBeenCalled();
  });

  test('has labels only for what is sold out', () => {
    const { attributes = [], variants } = data() as ProductData;
    for (const { options, salable } of variants) {
      for (const { id } of attributes ?? []) {
        expect(typeof Object(options)[id]).toBe(salable ? 'string' : 'object');
      }
    }
  });

  test('is the two tags, where something is sold out the placeholder of the demo, and nothing else', () => {
    const placeholder = printPlaceholder(product, describeConfiguration('onsite'));
    expect(simplify(readPage(product.page).replaceAll(/<script [^>]*>[^<]*<\/script>/g, ''))).toBe(
      simplify(`${placeholder ?? ''}`),
    );
  });
});

describe('the configuration', () => {
  beforeAll(() => {
    const window = new Window({ url: 'https://shop.example/' });
    vi.stubGlobal('document', window.document);
    vi.stubGlobal('location', window.location);
    vi.stubGlobal('CSS', { supports: () => true });
  });

  afterAll(() => {
    vi.unstubAllGlobals();
  });

  test('is taken by the widget without a word, and is its own default but for the shop', () => {
    const complaints = ['error', 'warn'].map((kind) =>
      vi.spyOn(console, kind as 'error').mockReturnValue(),
    );
    const printed = readTag('trail-runner', 'data-back-in-stock-config');
    const shop = { apiKey: 'ABC123', store: '1', storeCode: 'default', locale: 'off' };
    expect(parseConfiguration([printed])).toEqual(parseConfiguration([shop]));
    expect(parseConfiguration([printed])).toMatchObject(shop);
    for (const complaint of complaints) expect(complaint).not.toHaveBeenCalled();
  });
});
