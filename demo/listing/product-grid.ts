import { html } from 'hono/html';
import type { Markup } from '../pages/markup.ts';
import { listProducts } from './list-products.ts';
import type { ListingRequest } from './listing-request.ts';
import { productTile } from './product-tile.ts';

/** The list of products: what scripts replace, and what they take more tiles from. */
export function productGrid(request: ListingRequest): Markup {
  const products = listProducts(request);
  const classes = `products wrapper ${request.mode} products-${request.mode}`;
  if (products.length === 0) {
    return html`<div class="${classes}"><div class="message info empty"><div>We can't find products matching the selection.</div></div></div>`;
  }
  return html`<div class="${classes}">
    <ol class="products list items product-items">${products.map((product) => productTile(product, request.page))}</ol>
  </div>`;
}
