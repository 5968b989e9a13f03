import { CATALOGUE, SYNTHETIC_PRODUCTS } from '../catalogue/catalogue.ts';
import type { Product } from '../catalogue/product.ts';
import { isInStock } from '../catalogue/stock.ts';
import { oneOf, type PageRequest, readPageRequest } from '../page/page-request.ts';

/** Prices that the layered navigation offers, in the words of Magento's addresses. */
export const PRICE_RANGES = ['-50', '50-'] as const;

/** How tiles are drawn, in the words of Magento's addresses. */
export const LIST_MODES = ['grid', 'list'] as const;

export type PriceRange = (typeof PRICE_RANGES)[number];

/** What the query parameters of a category or of search results ask for. */
export interface ListingRequest {
  readonly page: PageRequest;
  /** How many tiles; undefined for all of the catalogue and nothing else. */
  readonly tiles: number | undefined;
  /** What a shopper searches for. */
  readonly query: string;
  readonly price: PriceRange | undefined;
  readonly mode: (typeof LIST_MODES)[number];
  /** Only the list without the page around it, as scripts fetch it. */
  readonly isFragment: boolean;
  /** How many tiles the page has already that asks for a fragment. */
  readonly from: number;
  /** Whether the page asks for more by itself once a shopper has come to the end of the list. */
  readonly isInfinite: boolean;
}

const MOST_TILES = 2000;

function readCount(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Reads the query parameters of a list; throws a SyntaxError when `options` is no JSON object. */
export function readListingRequest(parameters: URLSearchParams): ListingRequest {
  const tiles = readCount(parameters.get('tiles'));
  return {
    page: readPageRequest(parameters),
    tiles: tiles === undefined ? undefined : Math.min(tiles, MOST_TILES),
    query: parameters.get('q')?.trim() ?? '',
    price: PRICE_RANGES.find((range) => range === parameters.get('price')),
    mode: oneOf(LIST_MODES, parameters.get('product_list_mode')),
    isFragment: parameters.get('ajax') === '1',
    from: readCount(parameters.get('from')) ?? 0,
    isInfinite: parameters.get('scroll') === 'infinite',
  };
}

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
