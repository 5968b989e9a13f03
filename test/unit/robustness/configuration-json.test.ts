import fc from 'fast-check';
import { Window } from 'happy-dom';
import { afterEach, expect, test, vi } from 'vitest';
import { CATALOGUE } from '../../../demo/catalogue/catalogue.ts';
import { buildConfiguration } from '../../../demo/catalogue/configuration.ts';
import { createPageReader, readPage } from '../../../src/page/product-page.ts';
import { catalogueId, soldOutVariants } from '../../../src/product/offer.ts';
import type { Product } from '../../../src/product/product.ts';
import { CASES, idOf, mutated } from '../../support/mutate.ts';

const PARENT = '2013';

/** Of the recorded shapes: every version, with sold-out children shown and hidden. */
const ORIGINALS = CATALOGUE.filter((product) => product.type === 'configurable').flatMap(
  (product) =>
    (['2.4.6', '2.4.1', '2.3.5'] as const).flatMap((magento) =>
      (['shown', 'hidden'] as const).map((stock) => {
        const { images, optionPrices, ...others } = buildConfiguration(product, { magento, stock });
        return { ...others, productId: PARENT };
      }),
    ),
);

const window = new Window();
window.document.body.className = 'catalog-product-view page-product-configurable';
window.document.body.innerHTML = `<h1>Trail Runner 2</h1>
  <form id="product_addtocart_form" data-product-sku="TR2"><input name="product" value="${PARENT}">
  <div data-role="swatch-options"></div></form>`;

/** What the page is found to say once Magento's swatch widget holds this JSON. */
function read(jsonConfig: unknown): Product | undefined {
  const widget = { options: { jsonConfig } };
  vi.stubGlobal('jQuery', () => ({ data: () => widget }));
  return readPage(createPageReader(window.document as unknown as Document, '', {}))[0]?.product;
}

const members = (value: unknown): unknown[] => Object.values(Object(value));

/** Whether every option of this child, as the JSON's index names them, lists it as one that can be bought. */
function isSalable(json: Record<string, unknown>, id: string): boolean {
  const chosen = Object(Object(json.index)[id]);
  const doesTell = json.canDisplayShowOutOfStockStatus === true && json.salable !== undefined;
  return members(json.attributes).every((attribute) => {
    const attributeId = idOf(Object(attribute).id);
    const optionId = idOf(chosen[attributeId]);
    // Of options with the same id the last one counts, as in every map.
    const option = members(Object(attribute).options)
      .filter((candidate) => idOf(Object(candidate).id) === optionId)
      .at(-1);
    const listed = doesTell
      ? Object(Object(json.salable)[attributeId])[optionId]
      : Object(option).products;
    return members(listed).map(idOf).includes(id);
  });
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('whatever the JSON, reading it never throws, and every id that could be sent is a sold-out child’s', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  let offered = 0;
  fc.assert(
    fc.property(mutated(ORIGINALS), (text) => {
      const json = JSON.parse(text);
      const product = read(json);
      if (!product) return;
      for (const variant of soldOutVariants(product)) {
        const id = catalogueId(product, variant, 'id');
        if (!id) continue;
        offered += 1;
        expect(id).not.toBe(PARENT);
        expect(Object.keys(Object(Object(json).index))).toContain(id);
        expect(isSalable(Object(json), id)).toBe(false);
      }
    }),
    { numRuns: CASES },
  );
  expect(offered).toBeGreaterThan(CASES);
});

test('JSON of another product is not this one’s', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ORIGINALS), fc.nat(), (json, productId) => {
      const product = read({ ...json, productId });
      expect(product === undefined).toBe(String(productId) !== PARENT);
    }),
  );
});

test('children that are called like the parent, and circles of ids, are never sent', () => {
  const [json] = ORIGINALS;
  const chosen = { 93: '49', 144: '166' };
  const product = read({
    ...json,
    salable: [],
    index: { [PARENT]: chosen, 49: chosen, 93: chosen },
  });
  const ids = product?.variants.map((variant) => catalogueId(product, variant, 'id'));
  expect(new Set(ids)).toEqual(new Set([undefined, '49', '93']));
});
