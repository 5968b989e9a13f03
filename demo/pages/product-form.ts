import { html } from 'hono/html';
import { isInStock } from '../catalogue/is-in-stock.ts';
import type { Product } from '../catalogue/product.ts';
import { bundleOptions } from './bundle-options.ts';
import { groupedItems } from './grouped-items.ts';
import type { Markup } from './markup.ts';
import type { PageRequest } from './page-request.ts';
import { productOptions } from './product-options.ts';

function quantity(): Markup {
  return html`<div class="field qty">
        <label class="label" for="qty"><span>Qty</span></label>
        <div class="control">
          <input type="number" name="qty" id="qty" min="1" value="1" title="Qty" class="input-text qty">
        </div>
      </div>`;
}

function addToCartBox(product: Product): Markup {
  const box = html`<div class="box-tocart">
    <div class="fieldset">
      ${product.type === 'grouped' ? '' : quantity()}
      <div class="actions">
        <button type="submit" title="Add to Cart" class="action primary tocart" id="product-addtocart-button">
          <span>Add to Cart</span>
        </button>
      </div>
    </div>
  </div>`;
  return product.type === 'configurable'
    ? html`<div class="product-options-bottom">${box}</div>`
    : box;
}

/** What is chosen in the form, which depends on the kind of product. */
function formContent(product: Product, request: PageRequest): Markup | '' {
  // Only the table of a grouped product is there whatever the stock.
  if (product.type === 'grouped') return groupedItems(product, request);
  if (!isInStock(product)) return '';
  if (product.type === 'configurable') return productOptions(product, request);
  return product.type === 'bundle' ? bundleOptions(product, request) : '';
}

/** The add-to-cart form: always there, but with nothing to press when the product is sold out. */
export function productForm(product: Product, request: PageRequest): Markup {
  const canBeBought = isInStock(product);
  return html`<div class="product-add-form">
    <form data-product-sku="${product.sku}" action="/checkout/cart/add/" method="post" id="product_addtocart_form">
      <input type="hidden" name="product" value="${product.id}">
      <input type="hidden" name="selected_configurable_option" value="">
      <input type="hidden" name="related_product" id="related-products-field" value="">
      <input type="hidden" name="item" value="${product.id}">
      <input type="hidden" name="form_key" value="a1b2c3d4e5f60718">
      ${formContent(product, request)}
      ${canBeBought && !request.isBare ? addToCartBox(product) : ''}
    </form>
  </div>`;
}
