import { html, raw } from 'hono/html';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { imageAddress, type Product } from '../catalogue/product.ts';
import { isInStock } from '../catalogue/stock.ts';
import { type PageRequest, usesRequireJs } from './page-request.ts';

/** What the `html` template returns: text in which every value is escaped. */
export type Markup = ReturnType<typeof html>;

/** JSON for a script element. A `<` must not appear in it, because `</script>` in a text would end the element. */
export function printJson(value: unknown) {
  return raw(JSON.stringify(value).replaceAll('<', '\\u003c'));
}

const TYPES_WITH_A_CLASS: readonly Product['type'][] = [
  'configurable',
  'downloadable',
  'grouped',
  'bundle',
];

/** The classes that Magento gives the body in every theme: the product type, and Magento's own address of the page. */
export function bodyClasses(product: Product, { isWishListPage }: PageRequest): string {
  const type = TYPES_WITH_A_CLASS.includes(product.type) ? `page-product-${product.type}` : '';
  const page = isWishListPage ? 'wishlist-index-configure' : 'catalog-product-view';
  return `${type} ${page} product-${product.page} page-layout-1column`.trim();
}

/** The attributes of `<html>` for the store view's language. Magento leaves its country and its script out. */
export function languageAttributes({ language, isRightToLeft }: PageRequest): Markup {
  const [lang] = language.split('-');
  return html`lang="${lang}" ${isRightToLeft ? html`dir="rtl"` : ''}`;
}

/** The globals that Magento sets with a script in the body. A strict policy needs that script in a file. */
export function pageGlobals(request: PageRequest): Markup {
  if (request.hasStrictPolicy) {
    const hasPlainSwatches = !request.isBreeze && !usesRequireJs(request);
    return html`<script src="/static/shop/strict-policy.js" data-locale="${request.language}" data-checkout="${String(request.hasCheckout)}" data-swatches="${String(hasPlainSwatches)}"></script>`;
  }
  const checkout = request.hasCheckout
    ? 'window.checkout = {"shoppingCartUrl": "/checkout/cart/", "storeId": "1", "storeGroupId": "1", "websiteId": "1"};'
    : '';
  return html`<script>var BASE_URL = location.origin + '/'; var LOCALE = '${raw(request.language)}'; ${raw(checkout)}</script>`;
}

/** Stores in the browser what Magento keeps there of the shopper, before anything on the page reads it. */
export function customerSection({ customer = 'none' }: PageRequest): Markup {
  return html`<script src="/static/shop/customer-data.js" data-customer="${customer}"></script>`;
}

/** Whether product pages say if a product is in stock. Where the setting hides that, only lists say it. */
export function hasStockLabel({ isAvailabilityHidden, isWishListPage }: PageRequest): boolean {
  return !isAvailabilityHidden && !isWishListPage;
}

/** What is put into the product's column from outside. */
export interface InfoSlots {
  readonly belowPrice: Markup | '';
  readonly belowForm: Markup | '';
}

const PLACES = 4;

/** Spreads placeholders for the button over the four places where merchants put them. */
export function spreadPlaceholders(count: number): (place: number) => Markup[] {
  return (place) =>
    Array.from({ length: count }, (_, index) => index)
      .filter((index) => index % PLACES === place)
      .map(() => html`<div data-back-in-stock></div>`);
}

/**
 * A card of another, sold-out product, such as extensions put into a product's column. It has Magento's own stock label,
 * but is none of Magento's tiles.
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

/** What Magento prints into the head of a product page for those who share its address. */
export function openGraph(product: Product): Markup {
  return html`<meta property="og:type" content="product">
<meta property="og:title" content="${product.name}">
<meta property="og:image" content="${imageAddress(product)}">
`;
}
