import Ajv from 'ajv';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import jsonSchema from '../../../schema/product-data.schema.json' with { type: 'json' };
import { productData } from '../../../schema/product-data.ts';
import { soldOutVariants } from '../../../src/product/offer.ts';
import { type ProductData, readProductData } from '../../../src/product/product-data.ts';
import { CASES, idOf, mutated } from '../../support/mutate.ts';

const ORIGINALS: readonly ProductData[] = [
  {
    id: '2013',
    sku: 'TR2',
    name: 'Trail Runner 2',
    type: 'configurable',
    storeId: '1',
    storeCode: 'default',
    attributes: [
      { id: '93', code: 'color', label: 'Colour' },
      { id: '144', code: 'size', label: 'Size' },
    ],
    variants: [
      ['2001', '166', true],
      ['2002', '167', true],
      ['2003', '168', false],
      ['2004', '169', false],
    ].map(([id, size, salable]) => ({
      id: String(id),
      sku: `TR2-${size}`,
      name: `Trail Runner 2 ${size}`,
      options: { 93: { id: '49', label: 'Red' }, 144: { id: String(size), label: `${size}` } },
      salable: salable === true,
    })),
  },
  {
    id: 2050,
    name: 'Campsite Set',
    type: 'grouped',
    attributes: null,
    variants: [
      { id: 2044, sku: null, name: 'Enamel Mug', options: [], salable: true },
      { id: 2045, name: 'Camp Lantern', options: [], salable: false },
    ],
  },
  {
    id: '13',
    name: 'Harbour Jacket',
    type: 'configurable',
    attributes: [{ id: '93', code: 'color', label: 'Colour' }],
    variants: [
      { id: '14', options: { 93: '49' }, salable: true },
      { id: '15', options: { 93: 50 }, salable: true },
      { id: '16', options: { 93: { id: '51', label: 'Blue' } }, salable: false },
    ],
  },
  { id: 7, name: 'Lantern', type: 'simple', variants: [{ id: 7, salable: false }] },
];

/** What the schema makes of the data; a `length` that is no number makes zod itself throw. */
function parse(data: unknown): ProductData | undefined {
  try {
    return productData.safeParse(data).data;
  } catch {
    return undefined;
  }
}

const read = (data: unknown) => readProductData('test', () => data);

/** Whether a variant of the data has an option of each attribute; the widget leaves out the others. */
const isComplete = (variant: unknown, attributes: readonly { readonly id: string }[]) =>
  attributes.every(({ id }) => Object.hasOwn(Object(Object(variant).options), id));

/** The variants of the data that have this id, whatever else is wrong with them. */
const withId = (data: unknown, id: string) =>
  (Object(data).variants as readonly unknown[]).filter(
    (variant) => idOf(Object(variant).id) === id,
  );

afterEach(() => {
  vi.restoreAllMocks();
});

test('whatever the data, reading it never throws, and what it offers is sold out in the data', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  fc.assert(
    fc.property(mutated(ORIGINALS), (json) => {
      const data = JSON.parse(json);
      const product = read(data);
      if (!product) return;
      for (const variant of soldOutVariants(product)) {
        // The data may have one id several times.
        const [given] = withId(data, variant.id).filter((one) =>
          isComplete(one, product.attributes),
        );
        expect(Object(given).salable).toBe(false);
        for (const { id } of product.attributes) {
          expect(idOf(Object(given).options[id].id)).toBe(variant.options[id]?.id);
        }
      }
    }),
    { numRuns: CASES },
  );
});

test('what the schema accepts is read, variant by variant', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  let accepted = 0;
  fc.assert(
    fc.property(mutated(ORIGINALS), (json) => {
      const data = JSON.parse(json);
      const parsed = parse(data);
      if (!parsed) return;
      accepted += 1;
      const { id, name, attributes, variants } = parsed;
      const product = read(data);
      expect(product).toMatchObject({ id: String(id), name });
      const complete = variants.filter((variant) =>
        (attributes ?? []).every((attribute) =>
          Object.hasOwn(Object(variant.options), String(attribute.id)),
        ),
      );
      const ids = new Set(complete.map((variant) => String(variant.id)));
      expect(new Set(product?.variants.map((variant) => variant.id))).toEqual(ids);
    }),
    { numRuns: CASES },
  );
  // A property that nothing ever fulfils would hold for everything.
  expect(accepted).toBeGreaterThan(CASES / 20);
});

test('the JSON Schema accepts exactly what the schema accepts', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(jsonSchema);
  fc.assert(
    fc.property(mutated(ORIGINALS), (json) => {
      // zod leaves a key of this name out of a record, unseen.
      fc.pre(!json.includes('__proto__'));
      const data = JSON.parse(json);
      expect(validate(data)).toBe(parse(data) !== undefined);
    }),
    { numRuns: CASES },
  );
});

test('keys that every object inherits are data like any other', () => {
  const json = `{"id": "1", "name": "Shoe", "type": "configurable",
    "attributes": [{"id": "__proto__", "code": "constructor", "label": "Size"}],
    "variants": [{"id": "2", "options": {"__proto__": {"id": "8", "label": "M"}}, "salable": false},
      {"id": "3", "options": {}, "salable": false}]}`;
  const product = read(JSON.parse(json));
  expect(product?.variants.map(({ id }) => id)).toEqual(['2']);
  expect(({} as { label?: string }).label).toBeUndefined();
});

test('ten thousand variants are read as they are', () => {
  const [shoe] = ORIGINALS;
  const variants = Array.from({ length: 10_000 }, (_, index) => ({
    id: index,
    options: { 93: { id: '49', label: 'Red' }, 144: { id: index, label: `Size ${index}` } },
    salable: index % 2 === 0,
  }));
  const product = read({ ...shoe, variants });
  expect(product && soldOutVariants(product)).toHaveLength(5000);
});
