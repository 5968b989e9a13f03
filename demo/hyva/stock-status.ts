import { html } from 'hono/html';
import { isInStock } from '../catalogue/is-in-stock.ts';
import type { Product } from '../catalogue/product.ts';
import type { Markup } from '../pages/markup.ts';

/** Says whether anything of the product can be bought; no selection changes it. */
export function stockStatus(product: Product): Markup {
  const [kind, text] = isInStock(product)
    ? ['available', 'In stock']
    : ['unavailable', 'Out of stock'];
  return html`<div class="stock-status"><p class="flex items-center ${kind} gap-x-2 stock" title="Availability"><span class="stock-dot"></span><span>${text}</span></p></div>`;
}
