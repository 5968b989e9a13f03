/**
 * The e-mail address of a shopper who is logged in, from what Magento's `customer-data` keeps in the
 * browser: Klaviyo's own extension adds it to the section `customer`. Empty when it is not there.
 */
export function readKnownEmail(): string {
  try {
    const { email } = JSON.parse(localStorage['mage-cache-storage']).customer;
    return typeof email === 'string' ? email : '';
  } catch {
    // Storage may be blocked, and without Luma there is no such section.
    return '';
  }
}
