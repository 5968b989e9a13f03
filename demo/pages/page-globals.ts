import { html, raw } from 'hono/html';
import { isInStock } from '../catalogue/is-in-stock.ts';
import type { Product } from '../catalogue/product.ts';
import type { Markup } from './markup.ts';
import type { PageRequest } from './page-request.ts';
import { printJson } from './print-json.ts';
import { usesRequireJs } from './security-policy.ts';

/** The globals that Magento sets with a script in the body; a strict policy needs them in a file. */
export function pageGlobals(request: PageRequest): Markup {
  if (request.hasStrictPolicy) {
    const hasPlainSwatches = !request.isBreeze && !usesRequireJs(request);
    return html`<script src="/static/shop/strict-policy.js" data-checkout="${String(request.hasCheckout)}" data-swatches="${String(hasPlainSwatches)}"></script>`;
  }
  const locale = request.isRightToLeft ? 'ar_SA' : 'en_US';
  const checkout = request.hasCheckout
    ? 'window.checkout = {"shoppingCartUrl": "/checkout/cart/", "storeId": "1", "storeGroupId": "1", "websiteId": "1"};'
    : '';
  return html`<script>var BASE_URL = location.origin + '/'; var LOCALE = '${raw(locale)}'; ${raw(checkout)}</script>`;
}

/** What Magento's provider tells about the product, for its lists of products seen lately. */
export function productProvider(product: Product): Markup {
  const item = {
    id: product.id,
    name: product.name,
    type: product.type,
    is_salable: isInStock(product) ? '1' : '',
    is_available: isInStock(product),
    store_id: 1,
    url: `/shop/${product.page}`,
  };
  const data = {
    items: { [product.id]: item },
    store: '1',
    currency: 'USD',
    productCurrentScope: 'website',
  };
  const provider = { 'Magento_Catalog/js/product/view/provider': { data } };
  return html`<script type="text/x-magento-init">${printJson({ '*': provider })}</script>`;
}
