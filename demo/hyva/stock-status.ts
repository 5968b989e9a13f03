import { html } from 'hono/html';
import { isInStock } from '../catalogue/is-in-stock.ts';
import type { Product } from '../catalogue/product.ts';
import type { Markup } from '../pages/markup.ts';
import type { PageRequest } from '../pages/page-request.ts';
import { hasStockLabel } from '../pages/product-info.ts';

/**
 * Says whether anything of the product can be bought; no selection changes it. The box around the label is as wide as
 * the label wherever it stands in a row, and its text stands at its end.
 */
export function stockStatus(product: Product, request: PageRequest): Markup | '' {
  if (!hasStockLabel(request)) return '';
  const [kind, text] = isInStock(product)
    ? ['available', 'In stock']
    : ['unavailable', 'Out of stock'];
  return html`<div class="text-right"><p class="flex items-center justify-end align-middle gap-x-2 ${kind} stock" title="Availability"><span class="stock-dot"></span><span>${text}</span></p></div>`;
}
