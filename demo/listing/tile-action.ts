import { html } from 'hono/html';
import { isInStock } from '../catalogue/is-in-stock.ts';
import type { Product } from '../catalogue/product.ts';
import type { Markup } from '../pages/markup.ts';

function addToCartButton(): Markup {
  return html`<button type="submit" title="Add to Cart" class="action tocart primary"><span>Add to Cart</span></button>`;
}

/** Whether the tile has all that a shopper must choose before it can be added to the cart. */
function canBeBoughtHere(product: Product): boolean {
  if (product.type === 'configurable') {
    return product.attributes.every(({ drawnAs }) => drawnAs === 'swatch');
  }
  return product.type !== 'grouped' && product.type !== 'bundle';
}

/** What stands at the end of a tile: how to buy the product, or that it is sold out. */
export function tileAction(product: Product): Markup {
  if (!isInStock(product)) {
    return html`<div class="stock unavailable"><span>Out of stock</span></div>`;
  }
  if (!canBeBoughtHere(product)) {
    return html`<form action="/shop/${product.page}.html" method="get">${addToCartButton()}</form>`;
  }
  return html`<form data-role="tocart-form" data-product-sku="${product.sku}" action="/checkout/cart/add/" method="post">
    <input type="hidden" name="product" value="${product.id}">
    <input type="hidden" name="form_key" value="a1b2c3d4e5f60718">
    ${addToCartButton()}
  </form>`;
}
