import { EVERY_PRODUCT } from '../listing/every-product.ts';
import type { Product } from './product.ts';

interface Item {
  readonly id: string;
  readonly sku: string;
}

/** What can be bought under an id of its own. The members of a grouped product have pages themselves. */
function listItems(product: Product): readonly Item[] {
  if (product.type === 'configurable') return product.children;
  return product.type === 'grouped' ? [] : [product];
}

/**
 * Whether Klaviyo's catalogue would hold an item of this id or SKU. A configurable parent and a
 * grouped product do not count: nobody can buy them, so nobody can be told that they are back.
 */
export function isKnownVariant(variant: string): boolean {
  return EVERY_PRODUCT.flatMap(listItems).some(
    (item) => item.id === variant || item.sku === variant,
  );
}
