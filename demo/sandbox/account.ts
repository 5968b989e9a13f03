import { EVERY_PRODUCT } from '../catalogue/catalogue.ts';
import type { Child, Product } from '../catalogue/product.ts';

/** The only public API key that the sandbox accepts. */
export const PUBLIC_KEY = 'DEMO01';

/** A well-formed address that the sandbox refuses, to show Klaviyo's answer to an invalid one. */
export const REFUSED_EMAIL = 'refused@example.com';

/** Whether the sandbox accepts an e-mail address. */
export function isAcceptableEmail(email: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.toLowerCase() !== REFUSED_EMAIL;
}

/**
 * Whether Klaviyo's catalogue would hold an item of this id or SKU. A configurable parent and a grouped product do not
 * count: nobody can buy them, so nobody can be told that they are back.
 */
export function isKnownVariant(variant: string): boolean {
  return EVERY_PRODUCT.flatMap(listItems).some(({ id, sku }) => id === variant || sku === variant);
}

/** What of a product can be bought under an id of its own. The members of a grouped product have their own pages. */
function listItems(product: Product): readonly (Product | Child)[] {
  if (product.type === 'configurable') return product.children;
  return product.type === 'grouped' ? [] : [product];
}
