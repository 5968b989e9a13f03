import { listVariants } from './list-variants.ts';
import type { Product } from './product.ts';

/** Whether anything of the product is sold out. */
export function hasSoldOut(product: Product): boolean {
  return listVariants(product).some((variant) => !variant.inStock);
}
