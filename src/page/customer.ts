import { readText } from '../product/doubtful.ts';

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
