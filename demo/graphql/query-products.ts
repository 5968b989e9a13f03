import type { Product } from '../catalogue/product.ts';
import { CATALOGUE } from '../catalogue.ts';
import { SYNTHETIC_PRODUCTS } from '../listing/synthetic-products.ts';
import { describeItem } from './describe-item.ts';
import { graphqlFailure } from './graphql-failure.ts';
import type { ShopState } from './shop-state.ts';

interface FilterEqual {
  readonly eq?: string | null;
  readonly in?: readonly (string | null)[] | null;
}

/** The arguments of `products`. */
export interface ProductsArguments {
  readonly search?: string | null;
  readonly filter?: {
    readonly sku?: FilterEqual | null;
    readonly url_key?: FilterEqual | null;
  } | null;
  readonly pageSize: number;
  readonly currentPage: number;
}

function fits(value: string, filter: FilterEqual | null | undefined): boolean {
  if (filter?.eq != null && filter.eq !== value) return false;
  return filter?.in == null || filter.in.includes(value);
}

/** The children of a configurable are not found by themselves: Magento makes them invisible. */
function isWanted({ sku, page, name }: Product, { filter, search }: ProductsArguments): boolean {
  const words = search?.toLowerCase() ?? '';
  return (
    fits(sku, filter?.sku) && fits(page, filter?.url_key) && name.toLowerCase().includes(words)
  );
}

/** Answers the query `products`. */
export function queryProducts(wanted: ProductsArguments, state: ShopState) {
  const { filter, search, pageSize, currentPage } = wanted;
  if (!filter && !search) {
    throw graphqlFailure("'search' or 'filter' input argument is required.", 'graphql-input');
  }
  const found = [...CATALOGUE, ...SYNTHETIC_PRODUCTS]
    .filter((product) => isWanted(product, wanted))
    .flatMap((product) => describeItem(product, state) ?? []);
  const first = (currentPage - 1) * pageSize;
  return {
    total_count: found.length,
    items: found.slice(first, first + pageSize),
    page_info: {
      current_page: currentPage,
      page_size: pageSize,
      total_pages: Math.ceil(found.length / pageSize),
    },
  };
}
