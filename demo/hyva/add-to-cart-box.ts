import { html } from 'hono/html';
import { isInStock } from '../catalogue/is-in-stock.ts';
import type { Product } from '../catalogue/product.ts';
import type { Markup } from '../pages/markup.ts';
import { cartIcon } from './cart-icon.ts';

function quantity(product: Product): Markup | '' {
  // A grouped product has a quantity in each row.
  if (product.type === 'grouped') return '';
  const id = `qty[${product.id}]`;
  return html`<div><div class="mr-2"><label for="${id}" class="sr-only">Quantity</label>
    <input name="qty" id="${id}" form="product_addtocart_form" type="number" pattern="[0-9]{0,5}" inputmode="numeric" min="1" max="10000" value="1" class="form-input qty"></div></div>`;
}

/** Quantity and button, which stand outside of the form and name it; the quantity has a box and a label of its own. */
export function addToCartBox(product: Product): Markup | '' {
  if (!isInStock(product)) return '';
  return html`${quantity(product)}
    <button type="submit" form="product_addtocart_form" title="Add to Cart" class="btn btn-primary" id="product-addtocart-button" data-addto="cart">${cartIcon()}<span>Add to Cart</span></button>`;
}
