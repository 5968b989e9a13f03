import { html } from 'hono/html';
import { isInStock } from '../catalogue/is-in-stock.ts';
import type { Product } from '../catalogue/product.ts';
import type { Markup } from '../pages/markup.ts';
import type { InlineScripts } from './create-inline-scripts.ts';
import { groupedItems } from './grouped-items.ts';
import type { HyvaRequest } from './hyva-request.ts';
import { productOptions } from './product-options.ts';

function fields(product: Product, request: HyvaRequest, scripts: InlineScripts): Markup | '' {
  if (product.type === 'configurable') return productOptions(product, request, scripts);
  if (product.type === 'grouped') return groupedItems(product, request);
  return '';
}

/** The add-to-cart form; absent, with everything in it, when nothing of the product can be bought. */
export function productForm(
  product: Product,
  request: HyvaRequest,
  scripts: InlineScripts,
): Markup | '' {
  if (!isInStock(product)) return '';
  return html`<form method="post" action="/checkout/cart/add/" class="mb-6" id="product_addtocart_form" data-sku="${product.sku}">
    <input type="hidden" name="product" value="${product.id}">
    <input type="hidden" name="selected_configurable_option" value="">
    <input type="hidden" name="related_product" id="related-products-field" value="">
    <input type="hidden" name="item" value="0">
    <input name="form_key" type="hidden" value="a1b2c3d4e5f60718">
    ${fields(product, request, scripts)}
  </form>`;
}
