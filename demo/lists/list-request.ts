import { CATALOGUE, SYNTHETIC_PRODUCTS } from '../catalogue/catalogue.ts';
import type { Product } from '../catalogue/product.ts';
import { isInStock } from '../catalogue/stock.ts';
import { oneOf, type PageRequest, readPageRequest } from '../page/page-request.ts';

/** The price ranges of the layered navigation, as Magento writes them in addresses. */
export const PRICE_RANGES = ['-50', '50-'] as const;

export type PriceRange = (typeof PRICE_RANGES)[number];

/** How tiles are arranged, as Magento writes it in addresses. */
const LIST_MODES = ['grid', 'list'] as const;

/** What the query parameters of a category or of search results ask for. */
export interface ListRequest {
  readonly page: PageRequest;
  /** How many tiles. Undefined: the whole catalogue, and nothing else. */
  readonly tiles: number | undefined;
  /** What the shopper searches for. */
  readonly query: string;
  readonly price: PriceRange | undefined;
  readonly mode: (typeof LIST_MODES)[number];
  /** Only the tiles without the page around them, as scripts fetch them. */
  readonly isFragment: boolean;
  /** How many tiles are already on the page that asks for a fragment. */
  readonly from: number;
  /** Whether the page fetches more tiles by itself when the shopper reaches the end of the list. */
  readonly isInfinite: boolean;
}

const MOST_TILES = 2000;

/** Reads the query parameters of a list. Throws a SyntaxError when `options` is not a JSON object. */
export function readListRequest(parameters: URLSearchParams): ListRequest {
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

function readCount(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** How many tiles a page gets when it asks for more. */
const MORE = 20;

/** The products of a list, or the next ones if the page already has some. */
export function listProducts(request: ListRequest): readonly Product[] {
  const words = request.query.toLowerCase();
  const isListed = (product: Product): boolean =>
    (request.page.stock === 'shown' || isInStock(product)) &&
    isInRange(product, request.price) &&
    product.name.toLowerCase().includes(words);
  const own = CATALOGUE.filter(isListed);
  if (!request.from && request.tiles === undefined) return own;
  const all = [...own, ...SYNTHETIC_PRODUCTS.filter(isListed)];
  return request.from ? all.slice(request.from, request.from + MORE) : all.slice(0, request.tiles);
}

function isInRange({ price }: Product, range: PriceRange | undefined): boolean {
  if (range === undefined) return true;
  return range === '-50' ? price < 50 : price >= 50;
}
