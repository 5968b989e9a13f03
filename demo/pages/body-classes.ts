import type { Product } from '../catalogue/product.ts';
import type { PageRequest } from './page-request.ts';

const KINDS_WITH_A_CLASS = ['configurable', 'downloadable', 'grouped', 'bundle'];

/** The classes of the body, in every theme: the kind of product, and the address behind the page, which is Magento's own. */
export function bodyClasses(product: Product, { isWishListPage }: PageRequest): string {
  const kind = KINDS_WITH_A_CLASS.includes(product.type) ? `page-product-${product.type}` : '';
  const page = isWishListPage ? 'wishlist-index-configure' : 'catalog-product-view';
  return `${kind} ${page} product-${product.page} page-layout-1column`.trim();
}
