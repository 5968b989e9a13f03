import { html } from 'hono/html';
import type { Product } from '../catalogue/product.ts';
import { isInStock } from '../catalogue/stock.ts';
import { foreignCard, type Markup } from '../page/page-parts.ts';
import type { PageRequest } from '../page/page-request.ts';
import { productForm } from './product-form.ts';

/** Whether the page says that the product can be bought; what the setting hides, Magento prints nowhere but in lists. */
export function hasStockLabel({ isAvailabilityHidden, isWishListPage }: PageRequest): boolean {
  return !isAvailabilityHidden && !isWishListPage;
}

function stockLabel(product: Product, request: PageRequest): Markup | '' {
  if (!hasStockLabel(request)) return '';
  const [state, text] = isInStock(product)
    ? ['available', 'In stock']
    : ['unavailable', 'Out of stock'];
  // A bundle has a template of its own.
  if (product.type === 'bundle') {
    return html`<p class="stock ${state}" title="Availability"><span>${text}</span></p>`;
  }
  return html`<div class="stock ${state}" title="Availability"><span>${text}</span></div>`;
}

/** Leads to the form of a bundle, which lies outside the column; Luma prints none for a sold-out one. */
function bundleActions(): Markup {
  return html`<div class="bundle-actions"><button id="bundle-slide" class="action primary customize" type="button"><span>Customize and Add to Cart</span></button></div>`;
}

function price(product: Product, request: PageRequest): Markup {
  // Magento prints no price for a configurable whose children are all sold out.
  const hasPrice = product.type !== 'configurable' || isInStock(product);
  return html`<div class="product-info-price">
    ${hasPrice ? priceBox(product) : ''}
    <div class="product-info-stock-sku">
      ${stockLabel(product, request)}
      <div class="product attribute sku">
        <strong class="type">SKU</strong>
        <div class="value" itemprop="sku">${product.sku}</div>
      </div>
    </div>
  </div>`;
}

/** What others put into the column. */
export interface InfoSlots {
  readonly belowPrice: Markup | '';
  readonly belowForm: Markup | '';
}

/** The column with everything about the product, as Luma prints it. */
export function productInfo(product: Product, request: PageRequest, slots: InfoSlots): Markup {
  return html`<div class="product-info-main">
    <div class="page-title-wrapper product">
      <h1 class="page-title"><span class="base" data-ui-id="page-title-wrapper" itemprop="name">${product.name}</span></h1>
    </div>
    ${price(product, request)}
    ${product.type === 'bundle' && product.inStock ? bundleActions() : ''}
    ${slots.belowPrice}
    <div class="product attribute overview"><div class="value" itemprop="description"><p>${product.description}</p></div></div>
    ${product.type === 'bundle' ? '' : productForm(product, request)}
    ${slots.belowForm}
    ${request.hasForeignCard ? foreignCard(product) : ''}
    <div class="product-social-links">
      <div class="product-addto-links" data-role="add-to-links">
        <a href="#" class="action towishlist" data-action="add-to-wishlist"><span>Add to Wish List</span></a>
      </div>
    </div>
  </div>`;
}

/** The same facts in a structure of its own, as themes print that have little left of Luma. */
export function bareProductInfo(product: Product, request: PageRequest, slots: InfoSlots): Markup {
  return html`<section class="pdp">
    <header class="pdp-head"><h1>${product.name}</h1><p class="pdp-price">$${product.price.toFixed(2)}</p>${stockLabel(product, request)}</header>
    ${slots.belowPrice}
    <article class="pdp-text"><p>${product.description}</p></article>
    ${productForm(product, request)}
    ${slots.belowForm}
    ${request.hasForeignCard ? foreignCard(product) : ''}
  </section>`;
}

/** What Magento prints before a price that depends on what is chosen. */
const LABELS: Partial<Record<Product['type'], string>> = {
  bundle: 'From',
  configurable: 'As low as',
  grouped: 'Starting at',
};

/** The price of a product. On its own page Luma puts no label before that of a configurable. */
export function priceBox(product: Product, place: 'page' | 'tile' = 'page'): Markup {
  const { id, price, type } = product;
  const label = type === 'configurable' && place === 'page' ? undefined : LABELS[type];
  return html`<div class="price-box price-final_price" data-role="priceBox" data-product-id="${id}" data-price-box="product-id-${id}">
    <span class="price-container">${label ? html`<span class="price-label">${label}</span> ` : ''}<span id="product-price-${id}" data-price-amount="${price}" data-price-type="finalPrice" class="price-wrapper"><span class="price">$${price.toFixed(2)}</span></span></span>
  </div>`;
}
