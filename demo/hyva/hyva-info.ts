import { html } from 'hono/html';
import type { Product } from '../catalogue/product.ts';
import { hasPrice, isInStock } from '../catalogue/stock.ts';
import { foreignCard, hasStockLabel, type InfoSlots, type Markup } from '../page/markup.ts';
import type { PageRequest } from '../page/page-request.ts';
import { hyvaForm } from './hyva-form.ts';
import {
  type HyvaRequest,
  type InlineScripts,
  nameComponent,
  registerComponent,
} from './hyva-theme.ts';

/** The column with everything about the product, as Hyvä prints it. */
export function hyvaInfo(
  product: Product,
  request: HyvaRequest,
  scripts: InlineScripts,
  slots: InfoSlots,
): Markup {
  return html`<div class="product-info">
    <div class="product-description prose"><p>${product.description}</p></div>
    <div class="stock-row">${stockStatus(product, request)}</div>
    <div id="product-details">
      <div class="product-detail attribute-sku"><span class="product-detail-label">SKU</span> <span class="product-detail-value">${product.sku}</span></div>
    </div>
    ${hyvaForm(product, request, scripts)}
    <div class="buy-row">
      ${product.type === 'grouped' ? '' : html`<div role="group" aria-label="Price">${priceBox(product, request, scripts)}</div>`}
      <div class="buy-controls">${addToCartBox(product)}</div>
    </div>
    ${slots.belowPrice}
    <div class="add-to-row"><button type="button" class="btn-round" aria-label="Add to Wish List" id="add-to-wishlist" data-addto="wishlist"><svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true"><path d="M12 21C5 15 2 12 2 8a5 5 0 0 1 10-1.5A5 5 0 0 1 22 8c0 4-3 7-10 13Z"/></svg></button></div>
    ${slots.belowForm}
    ${request.hasForeignCard ? foreignCard(product) : ''}
  </div>`;
}

/**
 * The label that says whether anything of the product can be bought. No selection changes it. The box around the label is
 * as wide as the label if it is in a row, and its text is at its end.
 */
export function stockStatus(product: Product, request: PageRequest): Markup | '' {
  if (!hasStockLabel(request)) return '';
  const [kind, text] = isInStock(product)
    ? ['available', 'In stock']
    : ['unavailable', 'Out of stock'];
  return html`<div class="text-right"><p class="flex items-center justify-end align-middle gap-x-2 ${kind} stock" title="Availability"><span class="stock-dot"></span><span>${text}</span></p></div>`;
}

/** Hyvä prints the price of sold-out products too. A configurable one without a child to buy costs 0, which Hyvä hides. */
function priceBox(
  product: Product,
  { theme, hasOffer }: HyvaRequest,
  scripts: InlineScripts,
): Markup {
  const price = hasPrice(product) ? product.price : 0;
  const availability = isInStock(product) ? 'InStock' : 'OutOfStock';
  const name = `initPrice${product.id}`;
  const code = `function ${name}() { return initPriceBox('${product.id}', ${price}, ${isInStock(product)}); }`;
  return html`${scripts.print(theme === 'csp' ? `${code}\n${registerComponent(name)}` : code)}
    <div x-data="${nameComponent(theme, name)}" x-bind="eventListeners" class="price-box price-final_price">
      <div x-show="isPriceShown">
        <div class="price-container"><div class="final-price" itemprop="offers" itemscope itemtype="https://schema.org/Offer">
          ${product.type === 'configurable' ? html`<span class="price-label" :class="labelClasses">As low as:</span>` : ''}
          <span id="product-price-${product.id}" class="price-wrapper title-font"><span class="price" x-text="getFormattedFinalPrice">$${price.toFixed(2)}</span></span>
          <meta itemprop="price" content="${price}"><meta itemprop="priceCurrency" content="USD">
          ${hasOffer ? html`<link itemprop="availability" href="https://schema.org/${availability}">` : ''}
        </div></div>
      </div>
    </div>`;
}

/** Quantity and button. They are outside the form, and name it. */
function addToCartBox(product: Product): Markup | '' {
  if (!isInStock(product)) return '';
  return html`${quantity(product)}
    <button type="submit" form="product_addtocart_form" title="Add to Cart" class="btn btn-primary" id="product-addtocart-button" data-addto="cart">${cartIcon()}<span>Add to Cart</span></button>`;
}

function quantity(product: Product): Markup | '' {
  // Each row of a grouped product has a quantity.
  if (product.type === 'grouped') return '';
  const id = `qty[${product.id}]`;
  return html`<div><div class="mr-2"><label for="${id}" class="sr-only">Quantity</label>
    <input name="qty" id="${id}" form="product_addtocart_form" type="number" pattern="[0-9]{0,5}" inputmode="numeric" min="1" max="10000" value="1" class="form-input qty"></div></div>`;
}

/** The picture of a cart on Hyvä's buttons. */
export function cartIcon(): Markup {
  return html`<svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="8" cy="21" r="1"/><circle cx="19" cy="21" r="1"/><path d="M2 2h2l2.7 12.4a2 2 0 0 0 2 1.6h9.7a2 2 0 0 0 2-1.6L22 7H5.1"/></svg>`;
}
