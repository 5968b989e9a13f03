import type { PageAdapter } from './adapter.ts';
import { readProductIdentity } from './product-identity.ts';

/**
 * Kinds whose own id must never be subscribed to. Magento names them on the body; the elements are
 * for themes that changed its classes.
 */
const OTHER_KINDS =
  'body.page-product-configurable, body.page-product-grouped, body.page-product-bundle, [data-role=swatch-options], .super-attribute-select, #super-product-table, #bundle-slide';

/** Simple, virtual and downloadable products: one variant, and the stock label is the whole truth. */
export const simpleAdapter: PageAdapter = {
  watchedAttributes: [],

  matches: (page) => !page.querySelector(OTHER_KINDS),

  read(page) {
    const identity = readProductIdentity(page);
    if (!identity) return undefined;
    const { id, sku } = identity;
    const variant = { id, sku, options: {}, soldOut: isUnavailable(page) };
    return { ...identity, kind: 'simple', attributes: [], variants: [variant] };
  },

  readSelection: () => ({}),
};

/** The label of the product itself: tiles of related products and table rows have labels of their own. */
function isUnavailable(page: Document): boolean {
  const main = page.querySelector('.product-info-main') ?? page;
  const labels = main.querySelectorAll('.stock.unavailable');
  return [...labels].some((label) => !label.closest('table, .product-item'));
}
