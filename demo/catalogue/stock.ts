import { CATALOGUE } from './catalogue.ts';
import type { BundleProduct, Child, PlainProduct, Product } from './product.ts';

/** Whether anything of the product can be bought. */
export function isInStock(product: Product): boolean {
  switch (product.type) {
    case 'configurable':
      return product.children.some((child) => child.inStock);
    case 'grouped':
      return listMembers(product.members).some((member) => member.inStock);
    default:
      return product.inStock;
  }
}

/** Whether anything of the product is sold out. */
export function hasSoldOut(product: Product): boolean {
  return listVariants(product).some((variant) => !variant.inStock);
}

/** What of a product can be sold out: its children or members, or the product itself. */
export function listVariants(product: Product): readonly (Child | PlainProduct | BundleProduct)[] {
  if (product.type === 'configurable') return product.children;
  return product.type === 'grouped' ? listMembers(product.members) : [product];
}

/** The simple products behind the pages that a grouped product or a part of a bundle names. */
export function listMembers(pages: readonly string[]): readonly PlainProduct[] {
  return pages.map((page) => {
    const member = CATALOGUE.find((product) => product.page === page);
    if (member?.type !== 'simple') throw new Error(`${page} is no simple product.`);
    return member;
  });
}
