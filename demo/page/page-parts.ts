import { html, raw } from 'hono/html';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { imageAddress, type Product } from '../catalogue/product.ts';
import { isInStock } from '../catalogue/stock.ts';
import type { PageRequest } from './page-request.ts';

/** What the `html` template gives: text in which everything is escaped. */
export type Markup = ReturnType<typeof html>;

/** JSON for a script element: there `<` must not appear, or `</script>` in a text would end it. */
export function printJson(value: unknown) {
  return raw(JSON.stringify(value).replaceAll('<', '\\u003c'));
}

const KINDS_WITH_A_CLASS = ['configurable', 'downloadable', 'grouped', 'bundle'];

/** The classes of the body, in every theme: the kind of product, and the address behind the page, which is Magento's own. */
export function bodyClasses(product: Product, { isWishListPage }: PageRequest): string {
  const kind = KINDS_WITH_A_CLASS.includes(product.type) ? `page-product-${product.type}` : '';
  const page = isWishListPage ? 'wishlist-index-configure' : 'catalog-product-view';
  return `${kind} ${page} product-${product.page} page-layout-1column`.trim();
}

/** The globals that Magento sets with a script in the body; a strict policy needs them in a file. */
export function pageGlobals(request: PageRequest): Markup {
  if (request.hasStrictPolicy) {
    return html`<script src="/static/shop/page-globals.js" data-checkout="${String(request.hasCheckout)}"></script>`;
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

/** Fills what Magento keeps of the shopper in the browser, before anything on the page reads it. */
export function customerSection({ customer = 'none' }: PageRequest): Markup {
  return html`<script src="/static/shop/customer-data.js" data-customer="${customer}"></script>`;
}

/** Spreads the placeholders over the places where merchants put them. */
export function spreadPlaceholders(count: number): (place: number) => Markup[] {
  const places = 4;
  return (place) =>
    Array.from({ length: count }, (_, index) => index)
      .filter((index) => index % places === place)
      .map(() => html`<div data-back-in-stock></div>`);
}

/**
 * What extensions put into a product's column: a card of another product, here one that is sold out. It has
 * Magento's own stock label, and is none of Magento's tiles.
 */
export function foreignCard(current: Product): Markup | '' {
  const other = CATALOGUE.find(
    (product) => product.type === 'simple' && product.id !== current.id && !isInStock(product),
  );
  if (!other) return '';
  return html`<div class="bought-together">
    <strong class="bought-together-title">Often bought together</strong>
    <div class="bought-together-card">
      <img src="${imageAddress(other)}" width="64" height="64" alt="">
      <div><a href="/shop/${other.page}">${other.name}</a> <span class="price">$${other.price.toFixed(2)}</span>
        <div class="stock unavailable"><span>Out of stock</span></div></div>
    </div>
  </div>`;
}
