import { listMembers } from './list-members.ts';
import type { BundleProduct, Child, PlainProduct, Product } from './product.ts';

/** What of a product can be sold out: its children or members, or the product itself. */
export function listVariants(product: Product): readonly (Child | PlainProduct | BundleProduct)[] {
  if (product.type === 'configurable') return product.children;
  return product.type === 'grouped' ? listMembers(product.members) : [product];
}
