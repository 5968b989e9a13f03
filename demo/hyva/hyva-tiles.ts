import { html } from 'hono/html';
import { imageAddress, type Product } from '../catalogue/product.ts';
import { hasPrice, isInStock, listRelated } from '../catalogue/stock.ts';
import type { Markup } from '../page/markup.ts';
import { cartIcon, stockStatus } from './hyva-info.ts';
import { type HyvaRequest, pageAddress } from './hyva-request.ts';

/** The tiles of related products below a product. Their stock labels look like the product's own. */
export function hyvaTiles(current: Product, request: HyvaRequest): Markup {
  return html`<section id="related-products" class="product-slider container">
    <h2 class="title-font">Related Products</h2>
    <div class="product-tiles">${listRelated(current, request).map((product) => tile(product, request))}</div>
  </section>`;
}

/** Only the tile of a product that can be bought is a form. */
function tile(product: Product, request: HyvaRequest): Markup {
  if (!isInStock(product)) {
    return html`<div class="item product product-item card card-interactive" data-sku="${product.sku}">${content(product, request)}</div>`;
  }
  return html`<form method="post" action="/checkout/cart/add/" class="item product product-item product_addtocart_form card card-interactive" data-sku="${product.sku}">
    <input name="form_key" type="hidden" value="a1b2c3d4e5f60718">
    <input type="hidden" name="product" value="${product.id}">
    ${content(product, request)}
  </form>`;
}

function content(product: Product, request: HyvaRequest): Markup {
  const address = pageAddress(product.page, request.theme);
  const action = isInStock(product)
    ? html`<button class="btn btn-primary" aria-label="Add to Cart ${product.name}" data-addto="cart">${cartIcon()}<span>Add to Cart</span></button>`
    : html`<div class="me-auto">${stockStatus(product, request)}</div>`;
  return html`<a href="${address}" title="${product.name}" class="product photo product-item-photo" tabindex="-1"><img class="product-image-photo" src="${imageAddress(product)}" width="240" height="240" loading="lazy" alt="${product.name}"></a>
    <div class="product-info product-tile-info">
      <div class="product-tile-name"><a class="product-item-link" href="${address}">${product.name}</a></div>
      ${price(product)}
      <div class="product-tile-actions">${action}<div class="product-tile-links"><button type="button" class="btn-round" aria-label="Add to Wish List ${product.name}" data-addto="wishlist">♡</button></div></div>
    </div>`;
}

function price(product: Product): Markup | '' {
  if (!hasPrice(product)) return '';
  return html`<div class="price-box price-final_price" data-role="priceBox" data-product-id="${product.id}" data-price-box="product-id-${product.id}"><span id="product-price-${product.id}" class="price-wrapper"><span class="price">$${product.price.toFixed(2)}</span></span></div>`;
}
