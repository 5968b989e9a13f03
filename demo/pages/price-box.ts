import { html } from 'hono/html';
import type { Product } from '../catalogue/product.ts';
import type { Markup } from './markup.ts';

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
