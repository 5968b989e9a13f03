import { readText } from '../product/doubtful.ts';
import type { Product } from '../product/product.ts';

/** The store view of a page, as far as the page tells it. */
export interface StoreView {
  /** Id, which Magento's checkout data carries on every Luma page; empty where a theme leaves that out. */
  readonly id: string;
  /** Code, which Hyvä tells; empty elsewhere. */
  readonly code: string;
}

/** Reads the store view. Cookies are no source: the full-page cache makes them stale. */
export function readStoreView(): StoreView {
  const { checkout, CURRENT_STORE_CODE } = window as unknown as Record<string, unknown>;
  return { id: readStoreId(checkout), code: readText(CURRENT_STORE_CODE) };
}

function readStoreId(checkout: unknown): string {
  try {
    return readText(Object(checkout).storeId);
  } catch {
    // A frame of another host that has this name shows nothing of itself.
    return '';
  }
}

/**
 * The numeric id of the store view that subscriptions belong to: what was set, else what the data of a product tell, else
 * what the page tells. Undefined when nothing does.
 */
export function findStore(
  store: string | number,
  areas: readonly { readonly product: Product }[],
): string | undefined {
  const told = [store, ...areas.map(({ product }) => product.storeId), readStoreView().id];
  return told.map(String).find((id) => /^\d+$/.test(id));
}
