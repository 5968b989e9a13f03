import { oneOf } from '../pages/one-of.ts';
import { readPageRequest } from '../pages/read-page-request.ts';
import { LIST_MODES, type ListingRequest, PRICE_RANGES } from './listing-request.ts';

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
