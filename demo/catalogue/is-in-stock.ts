import type { Product } from './product.ts';

/** Whether anything of the product can be bought. */
export function isInStock(product: Product): boolean {
  return product.type === 'configurable'
    ? product.children.some((child) => child.inStock)
    : product.inStock;
}
