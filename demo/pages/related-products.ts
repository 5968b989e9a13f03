import { html } from 'hono/html';
import { isInStock } from '../catalogue/is-in-stock.ts';
import type { Product } from '../catalogue/product.ts';
import { CATALOGUE } from '../catalogue.ts';
import { imageAddress } from '../configuration/image-address.ts';
import type { Markup } from './markup.ts';

function tile(product: Product): Markup {
  const action = isInStock(product)
    ? html`<button type="button" class="action tocart primary"><span>Add to Cart</span></button>`
    : html`<div class="stock unavailable"><span>Out of stock</span></div>`;
  return html`<li class="item product product-item">
    <div class="product-item-info related-available" id="product-item-info_${product.id}">
      <a href="/shop/${product.page}" class="product photo product-item-photo"><img class="product-image-photo" src="${imageAddress(product)}" width="160" height="160" alt="${product.name}"></a>
      <div class="product details product-item-details">
        <strong class="product name product-item-name"><a class="product-item-link" href="/shop/${product.page}">${product.name}</a></strong>
        <div class="price-box price-final_price" data-product-id="${product.id}"><span class="price">$${product.price.toFixed(2)}</span></div>
        <div class="product actions product-item-actions">${action}</div>
      </div>
    </div>
  </li>`;
}

/** Tiles below the product, two of them sold out: their labels say nothing about the product above. */
export function relatedProducts(current: Product): Markup {
  const others = CATALOGUE.filter((product) => product.id !== current.id);
  const soldOut = others.filter((product) => !isInStock(product)).slice(0, 2);
  const available = others.filter(isInStock).slice(0, 2);
  return html`<div class="block related">
    <div class="block-title title"><strong id="block-related-heading" role="heading" aria-level="2">Related Products</strong></div>
    <div class="block-content content" aria-labelledby="block-related-heading">
      <div class="products wrapper grid products-grid products-related"><ol class="products list items product-items">${[...soldOut, ...available].map(tile)}</ol></div>
    </div>
  </div>`;
}
