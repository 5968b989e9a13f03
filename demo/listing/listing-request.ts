import type { PageRequest } from '../pages/page-request.ts';

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
