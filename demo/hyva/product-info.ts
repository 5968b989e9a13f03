import { html } from 'hono/html';
import type { Product } from '../catalogue/product.ts';
import { foreignCard } from '../pages/foreign-card.ts';
import type { Markup } from '../pages/markup.ts';
import { addToCartBox } from './add-to-cart-box.ts';
import type { InlineScripts } from './create-inline-scripts.ts';
import type { HyvaRequest } from './hyva-request.ts';
import { priceBox } from './price-box.ts';
import { productForm } from './product-form.ts';
import { stockStatus } from './stock-status.ts';

/** What others put into the column. */
export interface InfoSlots {
  readonly belowPrice: Markup | '';
  readonly belowForm: Markup | '';
}

/** A grouped product has no price of its own. */
function price(product: Product, request: HyvaRequest, scripts: InlineScripts): Markup | '' {
  if (product.type === 'grouped') return '';
  return html`<div role="group" aria-label="Price">${priceBox(product, request, scripts)}</div>`;
}

/** The column with everything about the product. */
export function productInfo(
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
    ${productForm(product, request, scripts)}
    <div class="buy-row">
      ${price(product, request, scripts)}
      <div class="buy-controls">${addToCartBox(product)}</div>
    </div>
    ${slots.belowPrice}
    <div class="add-to-row"><button type="button" class="btn-round" aria-label="Add to Wish List" id="add-to-wishlist" data-addto="wishlist"><svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true"><path d="M12 21C5 15 2 12 2 8a5 5 0 0 1 10-1.5A5 5 0 0 1 22 8c0 4-3 7-10 13Z"/></svg></button></div>
    ${slots.belowForm}
    ${request.hasForeignCard ? foreignCard(product) : ''}
  </div>`;
}
