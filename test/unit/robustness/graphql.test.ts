import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { catalogueId, soldOutVariants } from '../../../src/product/offer.ts';
import type { Product } from '../../../src/product/product.ts';
import { findProduct } from '../../../src/shop/find-product.ts';
import { CASES, idOf, mutated } from '../../support/mutate.ts';

const SHOP = { graphql: '/graphql', timeout: 1000 };

const ASKED: Product = {
  id: '2043',
  sku: 'SS9',
  name: 'Storm Shell',
  type: 'configurable',
  attributes: [],
  variants: [],
  isIncomplete: true,
};

/** An answer of the recorded shape. */
const CONFIGURABLE = {
  type: 'ConfigurableProduct',
  id: 2043,
  uid: 'MjA0Mw==',
  sku: 'SS9',
  name: 'Storm Shell',
  salable: 'OUT_OF_STOCK',
  attributes: [
    { id: '93', code: 'color', label: 'Colour' },
    { id: '144', code: 'size', label: 'Size' },
  ],
  variants: [2037, 2038, 2039].map((id, index) => ({
    product: { id, sku: `SS9-${index}`, salable: index ? 'OUT_OF_STOCK' : 'IN_STOCK' },
    attributes: [
      { code: 'color', label: 'Green', id: 50 },
      { code: 'size', label: 'M', id: 177 + index },
    ],
  })),
};

const SIMPLE = { type: 'SimpleProduct', id: 2043, sku: 'SS9', name: 'Shell' };

const GROUPED = {
  ...SIMPLE,
  type: 'GroupedProduct',
  salable: 'IN_STOCK',
  variants: [2044, 2045].map((id) => ({
    product: { id, sku: `S${id}`, name: `Member ${id}`, salable: 'OUT_OF_STOCK' },
  })),
};

const ANSWERS = [CONFIGURABLE, { ...SIMPLE, salable: 'OUT_OF_STOCK' }, GROUPED].map((item) => ({
  data: { products: { items: [item] } },
}));

/** Every product that an answer calls sold out, however deep. */
function soldOutIds(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { id, salable } = value as { id?: unknown; salable?: unknown };
  const own = salable === 'OUT_OF_STOCK' ? [idOf(id)] : [];
  return [...own, ...Object.values(value).flatMap(soldOutIds)];
}

/** Lets the shop give this answer to whatever it is asked. */
function answer(body: string, status = 200): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const ids = async () => {
  const product = await findProduct(SHOP, ASKED);
  if (!product) return undefined;
  expect(product.id).toBe(ASKED.id);
  return soldOutVariants(product).flatMap((variant) => catalogueId(product, variant, 'id') ?? []);
};

test('the answers that Magento gives are understood', async () => {
  const understood = [];
  for (const one of ANSWERS) {
    answer(JSON.stringify(one));
    understood.push(await ids());
  }
  expect(understood).toEqual([['2038', '2039'], ['2043'], ['2044', '2045']]);
});

test('whatever the answer, looking a product up never fails, and what it offers is sold out in the answer', async () => {
  let offered = 0;
  await fc.assert(
    fc.asyncProperty(mutated(ANSWERS), async (body) => {
      answer(body);
      for (const id of (await ids()) ?? []) {
        offered += 1;
        expect(soldOutIds(JSON.parse(body))).toContain(id);
      }
    }),
    { numRuns: CASES },
  );
  expect(offered).toBeGreaterThan(CASES / 4);
});

test('answers that break off, and pages instead of answers, offer nothing', async () => {
  const whole = JSON.stringify(ANSWERS[0]);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.nat(whole.length - 1).map((end) => whole.slice(0, end)),
        fc.string().map((text) => `<!doctype html>${text}`),
      ),
      async (body) => {
        answer(body, 500);
        expect(await ids()).toBeUndefined();
      },
    ),
    { numRuns: 1000 },
  );
});
