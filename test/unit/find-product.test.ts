import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Product } from '../../src/product/product.ts';
import { watchConsole } from '../support/console.ts';
import { found, foundConfigurable, foundSimple, startShop } from '../support/shop.ts';

const SHOP = { graphql: '/graphql', timeout: 1000 };

const ASKED: Product = {
  id: '29',
  sku: 'CONF-ALLOOS',
  name: 'All Out',
  type: 'configurable',
  attributes: [],
  variants: [],
  isIncomplete: true,
};

/** Asks as on another page: what has been logged before is forgotten. */
async function ask(product: Partial<Product> = {}, storeCode?: string) {
  const { findProduct } = await import('../../src/shop/find-product.ts');
  return findProduct({ ...SHOP, storeCode }, { ...ASKED, ...product });
}

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the question', () => {
  test('is for the SKU where that is known, and for the store view', async () => {
    const { questions } = startShop(found(foundConfigurable(29)));
    await ask({ url: 'https://shop.example/all-out.html' }, 'de');
    expect(questions).toHaveLength(1);
    expect(questions[0]?.variables).toEqual({ filter: { sku: { eq: 'CONF-ALLOOS' } } });
    expect(questions[0]?.init.headers).toMatchObject({ Store: 'de' });
  });

  test('has a SKU with quotation marks as a value, never as a part of the query', async () => {
    const { questions } = startShop(found());
    watchConsole();
    const sku = '24" {"}) { __schema';
    await ask({ sku });
    expect(questions[0]?.variables).toEqual({ filter: { sku: { eq: sku } } });
    expect(questions[0]?.query).not.toContain('24"');
  });

  test.each([
    ['https://shop.example/all-out.html', 'all-out'],
    ['https://shop.example/all-out', 'all-out'],
    ['https://shop.example/all-out/', 'all-out'],
    ['https://shop.example/all-out.html?color=4#t_size=8', 'all-out'],
    ['https://shop.example/men/jackets/all-out.html', 'all-out'],
    ['https://shop.example/de_de/all-out.htm', 'all-out'],
    ['https://shop.example/index.php/all-out.html', 'all-out'],
    ['https://shop.example/all_out-2.html', 'all_out-2'],
    ['http://localhost:8080/shop/all-out.html', 'all-out'],
  ])('for a tile with the address %s has the key of that', async (url, key) => {
    const { questions } = startShop(found(foundConfigurable(29)));
    expect(await ask({ sku: undefined, url })).toMatchObject({ id: '29' });
    expect(questions[0]?.variables).toEqual({ filter: { url_key: { eq: key } } });
  });

  test.each(['https://shop.example/', undefined, 'about:blank', 'javascript:void(0)'])(
    'is never for every product, whatever the address: %s',
    async (url) => {
      const { questions } = startShop(found(foundSimple(1), foundSimple(2)));
      watchConsole();
      expect(await ask({ sku: undefined, url })).toBeUndefined();
      for (const { variables } of questions) {
        expect(Object.values(variables?.filter ?? {})).toEqual([
          { eq: expect.stringMatching(/./) },
        ]);
      }
    },
  );
});

describe('the answer', () => {
  test('of a configurable has its children, and which of them are sold out', async () => {
    startShop(found(foundConfigurable(29, 24)));
    expect(await ask()).toMatchObject({
      id: '29',
      sku: 'CONF-ALLOOS',
      name: 'All Out',
      type: 'configurable',
      attributes: [{ id: '137', code: 't_color', label: 'Colour' }],
      variants: [
        { id: '23', salable: false, options: { 137: { id: '4', label: 'Red' } } },
        { id: '24', salable: true, options: { 137: { id: '5', label: 'Green' } } },
        { id: '25', salable: false, options: { 137: { id: '6', label: 'Blue' } } },
      ],
    });
  });

  test.each([
    ['SimpleProduct', 'simple'],
    ['VirtualProduct', 'virtual'],
    ['DownloadableProduct', 'downloadable'],
    ['BundleProduct', 'bundle'],
    ['GiftCardProduct', 'giftcard'],
  ])('of a %s is the product itself', async (given, type) => {
    startShop(found({ ...foundSimple(29), type: given }));
    expect(await ask()).toMatchObject({
      id: '29',
      type,
      attributes: [],
      variants: [{ id: '29', sku: 'SKU-29', options: {}, salable: false }],
    });
  });

  test('of a grouped product has its members by their names', async () => {
    const items = [44, 45].map((id) => ({ product: foundSimple(id) }));
    startShop(found({ ...foundSimple(29), type: 'GroupedProduct', variants: items }));
    expect(await ask()).toMatchObject({
      type: 'grouped',
      variants: [
        { id: '44', name: 'Product 44', salable: false },
        { id: '45', name: 'Product 45', salable: false },
      ],
    });
  });

  test('of a grouped product has its members in the merchant’s order', async () => {
    const items = [
      { position: 3, product: foundSimple(44) },
      { position: 1, product: foundSimple(46) },
      { position: 2, product: foundSimple(45) },
    ];
    const { questions } = startShop(
      found({ ...foundSimple(29), type: 'GroupedProduct', variants: items }),
    );
    const product = await ask();
    expect(product?.variants.map(({ id }) => id)).toEqual(['46', '45', '44']);
    expect(questions[0]?.query).toContain('variants:items{position ');
  });

  test('may have ids as texts', async () => {
    startShop(found({ ...foundSimple(29), id: '29' }));
    expect(await ask()).toMatchObject({ id: '29' });
  });

  test('may have other products before it', async () => {
    startShop(found(foundSimple(7), foundConfigurable(29)));
    expect(await ask()).toMatchObject({ id: '29', type: 'configurable' });
  });

  test('may have errors beside it, as for a field of another module', async () => {
    startShop({ errors: [{ message: 'Something else' }], ...found(foundConfigurable(29)) });
    expect(await ask()).toMatchObject({ id: '29' });
  });
});

describe('a product of which the page prints the SKU alone', () => {
  test('is found by that', async () => {
    const { questions } = startShop(found(foundConfigurable(29)));
    expect(await ask({ id: '' })).toMatchObject({ id: '29', sku: 'CONF-ALLOOS' });
    expect(questions[0]?.variables).toEqual({ filter: { sku: { eq: 'CONF-ALLOOS' } } });
  });

  test('is not taken for another one that the answer lists', async () => {
    watchConsole();
    startShop(found(foundSimple(7)));
    expect(await ask({ id: '' })).toBeUndefined();
  });

  test('is named by it in the console when it is not there', async () => {
    const { warnings } = watchConsole();
    startShop(found());
    expect(await ask({ id: '' })).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining('CONF-ALLOOS')]);
  });
});

describe('nothing is known, and the console says why, after', () => {
  test.each<[string, object | string]>([
    ['an answer without products', { data: { products: { total_count: 0, items: [] } } }],
    ['an answer with null', { data: { products: { items: [null] } } }],
    ['an answer without data', { errors: [{ message: 'Internal server error' }] }],
    ['null', 'null'],
    ['null for data', { data: null }],
    ['a web page', '<!doctype html><title>Maintenance</title>'],
    ['an answer that breaks off', '{"data":{"products":{"items":[{"type":"Conf'],
    ['an answer about another product', found(foundSimple(30))],
    ['a product without a type', found({ ...foundSimple(29), type: undefined })],
    ['a product whose stock is not given', found({ ...foundSimple(29), salable: null })],
    ['a product in a stock of another name', found({ ...foundSimple(29), salable: 'LOW' })],
    [
      'a product in a stock called like what every object inherits',
      found({ ...foundSimple(29), salable: 'toString' }),
    ],
    ['a configurable without children', found({ ...foundConfigurable(29), variants: [] })],
  ])('%s', async (_name, answer) => {
    const { messages, warnings } = watchConsole();
    startShop(answer);
    const product = await ask();
    expect(product?.variants ?? []).toEqual([]);
    expect(messages.length).toBeGreaterThan(0);
    expect(warnings.join()).toContain('GraphQL');
    expect(warnings.join()).toContain('29');
  });

  test('a connection that fails', async () => {
    const { warnings } = watchConsole();
    startShop(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await ask()).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining('Failed to fetch')]);
    expect(warnings[0]).toContain('data-back-in-stock-product');
  });
});

test('the own id of a configurable whose children are not given is never a variant that can be sent', async () => {
  const { catalogueId } = await import('../../src/product/offer.ts');
  watchConsole();
  for (const variants of [null, undefined]) {
    startShop(found({ ...foundConfigurable(29), variants, configurable_options: null }));
    const product = await ask();
    const ids = product?.variants.map((variant) => catalogueId(product, variant, 'id')) ?? [];
    expect(ids.filter(Boolean)).toEqual([]);
  }
});

test('a child whose option is not given is left out', async () => {
  const whole = foundConfigurable(29);
  const [, ...others] = whole.variants;
  const variants = [{ product: foundSimple(23), attributes: [] }, ...others];
  startShop(found({ ...whole, variants }));
  expect((await ask())?.variants.map(({ id }) => id)).toEqual(['24', '25']);
});
