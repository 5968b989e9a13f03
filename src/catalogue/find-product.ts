import { tell } from '../guard.ts';
import { at, values } from '../product/doubtful.ts';
import type { Product } from '../product/product.ts';
import { readProductData } from '../product/product-data.ts';
import { askShop, type Shop } from './ask-shop.ts';

/** `id` and `attribute_id` are deprecated, but the only names that every version from 2.3.4 on knows. */
const QUERY = `query($filter:ProductAttributeFilterInput!){products(filter:$filter){items{__typename id sku name url_key stock_status
...on ConfigurableProduct{configurable_options{attribute_id attribute_code label}variants{product{id sku name stock_status}attributes{code label value_index}}}
...on GroupedProduct{items{product{id sku name stock_status}}}}}}`;

/**
 * Looks a product of the page up in the shop's GraphQL: its type, its variants, and which of them can be
 * bought now. Gives undefined, and tells why in the console, when it is not there or no answer comes. Never
 * rejects.
 */
export async function findProduct(shop: Shop, product: Product): Promise<Product | undefined> {
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
  tell(
    `GraphQL does not tell what product ${product.id || product.sku} is: ${reason}. Print data-back-in-stock-product.`,
    'warn',
  );
  return undefined;
}

/** A page may tell the SKU alone, and a tile nothing but its address. */
function isSame(found: Product, item: unknown, { id, sku, url }: Product): boolean {
  if (id || sku) return id ? found.id === id : found.sku === sku;
  return at(item, 'url_key') === keyOf(url);
}

/** A tile tells no SKU, but its address ends in the product's key. */
function filterFor({ sku, url }: Product): object {
  if (sku) return { sku: { eq: sku } };
  const key = keyOf(url);
  // An empty filter would be a question for every product.
  if (!key) throw new Error('no SKU');
  return { url_key: { eq: key } };
}

function keyOf(url: string | undefined): string | undefined {
  const [, key] = /([^/.]+)(\.\w+)?\/?$/.exec(url ? new URL(url).pathname : '') ?? [];
  return key && decodeURI(key);
}

interface Item {
  readonly __typename: string;
  readonly configurable_options?: readonly {
    readonly attribute_id: unknown;
    readonly attribute_code: unknown;
    readonly label: unknown;
  }[];
  readonly variants?: readonly Member[];
  readonly items?: readonly Member[];
}

interface Member {
  readonly product: { readonly stock_status?: string };
  readonly attributes?: readonly {
    readonly code: unknown;
    readonly label: unknown;
    readonly value_index: unknown;
  }[];
}

const SALABLE: Readonly<Record<string, boolean>> = { IN_STOCK: true, OUT_OF_STOCK: false };

/** An item of the answer in the format of product data, where all of it is checked. */
function toProductData(given: unknown): object {
  const item = given as Item;
  const attributes = (item.configurable_options ?? []).map((option) => ({
    id: option.attribute_id,
    code: option.attribute_code,
    label: option.label,
  }));
  const members: readonly Member[] = item.variants ?? item.items ?? [{ product: item as never }];
  return {
    ...item,
    type: item.__typename.replace('Product', '').toLowerCase(),
    attributes,
    variants: members.map(({ product, attributes: chosen = [] }) => ({
      ...product,
      salable: SALABLE[product.stock_status ?? ''],
      options: Object.fromEntries(
        chosen.map(({ code, label, value_index }) => [
          attributes.find((attribute) => attribute.code === code)?.id,
          { id: value_index, label },
        ]),
      ),
    })),
  };
}
