import type { Product } from '../product/product.ts';
import { readText } from '../product/product-data.ts';

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

/** The shopper, as far as the browser knows. */
export interface Customer {
  /** Klaviyo's own extension adds it to what Magento keeps; empty without. */
  readonly email: string;
  /**
   * Whether Magento says that somebody is logged in. Of a guest it keeps a section without a name, or none, or
   * nothing at all.
   */
  readonly isLoggedIn: boolean;
}

/** Reads the section `customer` of Magento's `customer-data`, which Luma and Hyvä keep in the browser's storage. */
export function readCustomer(): Customer {
  try {
    const { customer } = JSON.parse(localStorage['mage-cache-storage']);
    const { email, fullname } = Object(customer);
    return { email: readText(email), isLoggedIn: readText(fullname) !== '' };
  } catch {
    // Storage may be blocked, and other shops have no such section.
    return { email: '', isLoggedIn: false };
  }
}
