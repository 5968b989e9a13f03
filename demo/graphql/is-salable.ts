import type { BundleProduct, Child, PlainProduct } from '../catalogue/product.ts';
import type { ShopState } from './shop-state.ts';

/** Whether something that is bought under its own id is in stock now. */
export function isSalable(
  product: Child | PlainProduct | BundleProduct,
  { isRestocked }: ShopState,
): boolean {
  return product.inStock || isRestocked(product.id);
}
