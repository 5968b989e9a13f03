import { isInStock } from '../catalogue/is-in-stock.ts';
import type { Product } from '../catalogue/product.ts';
import { CATALOGUE } from '../catalogue.ts';
import type { ListingRequest, PriceRange } from './listing-request.ts';
import { SYNTHETIC_PRODUCTS } from './synthetic-products.ts';

/** How many tiles a page gets when it asks for more. */
const MORE = 20;

function isInRange({ price }: Product, range: PriceRange | undefined): boolean {
  if (range === undefined) return true;
  return range === '-50' ? price < 50 : price >= 50;
}

/** The products of a list, or those that follow when the page has some already. */
export function listProducts(request: ListingRequest): readonly Product[] {
  const words = request.query.toLowerCase();
  const isListed = (product: Product): boolean =>
    // Magento leaves out what is sold out, unless out-of-stock products are shown.
    (request.page.stock === 'shown' || isInStock(product)) &&
    isInRange(product, request.price) &&
    product.name.toLowerCase().includes(words);
  const own = CATALOGUE.filter(isListed);
  if (!request.from && request.tiles === undefined) return own;
  const all = [...own, ...SYNTHETIC_PRODUCTS.filter(isListed)];
  return request.from ? all.slice(request.from, request.from + MORE) : all.slice(0, request.tiles);
}
