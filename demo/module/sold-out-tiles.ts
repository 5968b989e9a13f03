import { isInStock } from '../catalogue/is-in-stock.ts';
import type { Product } from '../catalogue/product.ts';
import { CATALOGUE } from '../catalogue.ts';
import type { PageRequest } from '../pages/page-request.ts';

/**
 * The related products of the page that are sold out, for which the module prints product data: Luma's tiles do not say
 * it. Hyvä's do, and its lists are blocks of other names, which the module does not look at.
 */
export function listSoldOutTiles(current: Product, request: PageRequest): readonly Product[] {
  if (request.stock === 'hidden' || 'theme' in request) return [];
  return CATALOGUE.filter((product) => product.id !== current.id && !isInStock(product)).slice(
    0,
    2,
  );
}
