import type { Product } from '../product/product.ts';
import { readText } from '../product/product-data.ts';

/** The store view of a page. What the page does not contain is empty. */
export interface StoreView {
  /** Id, which Magento's checkout data contains on every Luma page; empty where a theme leaves that data out. */
  readonly id: string;
  /** Code, which Hyvä puts on the page; empty in other themes. */
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
 * Returns the numeric id of the store view that subscriptions belong to: from the settings, else from the data of a
 * product, else from the page. Undefined when no source contains one.
 */
export function findStore(
  store: string | number,
  areas: readonly { readonly product: Product }[],
): string | undefined {
  const candidates = [store, ...areas.map(({ product }) => product.storeId), readStoreView().id];
  return candidates.map(String).find((id) => /^\d+$/.test(id));
}

/**
 * Returns the tag of the page's language, for example `de` or `pt-BR`; empty where the page has none. Magento's `lang` is
 * only the language, and Luma's `LOCALE` the whole tag, which tells Brazil from Portugal.
 */
export function readLanguage({ documentElement }: Document): string {
  const { lang } = documentElement;
  const locale = readText((window as unknown as Record<string, unknown>).LOCALE);
  return locale.startsWith(lang) ? locale : lang;
}

/** The shopper, as far as the browser knows. */
export interface Customer {
  /** Klaviyo's own extension adds it to what Magento keeps; empty without. */
  readonly email: string;
  /**
   * Whether Magento's data shows that the shopper is logged in. For a guest, Magento keeps a section without a name, no
   * section, or no data at all.
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
