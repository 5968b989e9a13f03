import { EVERY_PRODUCT } from './catalogue.ts';
import type { BundleProduct, Child, PlainProduct, Product } from './product.ts';

/** What can be bought under an id of its own, and the product on whose page it is. */
export interface Item {
  readonly item: Child | PlainProduct | BundleProduct;
  readonly product: Product;
}

/**
 * The items of a product, as Klaviyo's catalogue holds them. A configurable parent and a grouped product are none: nobody
 * can buy them, so nobody can be told that they are back. The members of a grouped product have their own pages.
 */
export function listItems(product: Product): readonly Item[] {
  if (product.type === 'configurable') return product.children.map((item) => ({ item, product }));
  return product.type === 'grouped' ? [] : [{ item: product, product }];
}

const EVERY_ITEM = EVERY_PRODUCT.flatMap(listItems);
const BY_ID = new Map(EVERY_ITEM.map((entry) => [entry.item.id, entry]));
const BY_SKU = new Map(EVERY_ITEM.map((entry) => [entry.item.sku, entry]));

/** The item with this id or SKU. Merchants choose which of both is its id in Klaviyo. */
export function findItem(idOrSku: string): Item | undefined {
  return BY_ID.get(idOrSku) ?? BY_SKU.get(idOrSku);
}
