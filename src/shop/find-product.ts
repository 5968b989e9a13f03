import { log } from '../guard.ts';
import type { Product } from '../product/product.ts';
import { at, readProductData, values } from '../product/product-data.ts';
import { askShop, type ShopAccess } from './graphql.ts';

/**
 * Aliases give the answer the field names of product data. `id` and `attribute_id` are deprecated, but only they exist in
 * every version from 2.3.4 on.
 */
const QUERY = `query($filter:ProductAttributeFilterInput!){products(filter:$filter){items{type:__typename id sku name url_key salable:stock_status
...on ConfigurableProduct{attributes:configurable_options{id:attribute_id code:attribute_code label}variants{product{id sku name salable:stock_status}attributes{code label id:value_index}}}
...on GroupedProduct{variants:items{position product{id sku name salable:stock_status}}}}}}`;

/**
 * Looks up a product of the page in the shop's GraphQL: its type, its variants, and which of them can be
 * bought now. When the product is not there or no answer comes, it logs the reason and returns undefined. Never
 * rejects.
 */
export async function findProduct(
  shop: ShopAccess,
  product: Product,
): Promise<Product | undefined> {
  let reason: unknown = 'not found';
  try {
    const { data, errors } = await askShop(shop, QUERY, { filter: filterFor(product) });
    reason = at(values(errors)[0], 'message') ?? reason;
    for (const item of values(at(at(data, 'products'), 'items'))) {
      const found = readProductData('GraphQL', () => toProductData(item));
      if (found?.variants.length && isSame(found, item, product)) return found;
    }
  } catch (error) {
    reason = error;
  }
  log(
    `GraphQL does not know product ${describeProduct(product)}: ${reason}. Print data-back-in-stock-product.`,
    'warn',
  );
  return undefined;
}

/** Returns the product's name in a message for the merchant; a tile may contain only its name and address. */
export function describeProduct({ id, sku, name, url }: Product): string {
  return id || sku || `"${name}" (${url})`;
}

/** Compares what the page contains: perhaps only the SKU, and in a tile only the address. */
function isSame(found: Product, item: unknown, { id, sku, url }: Product): boolean {
  if (id || sku) return id ? found.id === id : found.sku === sku;
  return at(item, 'url_key') === keyOf(url);
}

/** A tile contains no SKU, but its address ends in the product's URL key. */
function filterFor({ sku, url }: Product): object {
  if (sku) return { sku: { eq: sku } };
  const key = keyOf(url);
  // An empty filter would match every product.
  if (!key) throw new Error('no SKU');
  return { url_key: { eq: key } };
}

function keyOf(url: string | undefined): string | undefined {
  const [, key] = /([^/.]+)(\.\w+)?\/?$/.exec(url ? new URL(url).pathname : '') ?? [];
  return key && decodeURI(key);
}

interface Item {
  readonly type: string;
  readonly attributes?: readonly { readonly id: unknown; readonly code: unknown }[];
  readonly variants?: readonly Member[];
}

interface Member {
  /** The place of a grouped product's member. GraphQL does not sort members by it. */
  readonly position?: number;
  readonly product: { readonly salable?: string };
  readonly attributes?: readonly {
    readonly code: unknown;
    readonly label: unknown;
    readonly id: unknown;
  }[];
}

const SALABLE: Readonly<Record<string, boolean>> = { IN_STOCK: true, OUT_OF_STOCK: false };

/** Converts an item of the answer to product data. `readProductData` then checks all of it. */
function toProductData(given: unknown): object {
  const item = given as Item;
  const attributes = item.attributes ?? [];
  const members: readonly Member[] = item.variants ?? [{ product: item as never }];
  const sorted = [...members].sort(({ position: one = 0 }, { position: other = 0 }) => one - other);
  return {
    ...item,
    type: item.type.replace('Product', '').toLowerCase(),
    attributes,
    variants: sorted.map(({ product, attributes: chosen = [] }) => ({
      ...product,
      salable: SALABLE[product.salable ?? ''],
      options: Object.fromEntries(
        chosen.map(({ code, label, id }) => [
          attributes.find((attribute) => attribute.code === code)?.id,
          { id, label },
        ]),
      ),
    })),
  };
}
