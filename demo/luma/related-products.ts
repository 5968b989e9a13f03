import { html } from 'hono/html';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { imageAddress, type Product } from '../catalogue/product.ts';
import { productTag } from '../catalogue/product-data.ts';
import { isInStock } from '../catalogue/stock.ts';
import type { Markup } from '../page/page-parts.ts';
import type { PageRequest } from '../page/page-request.ts';
import { priceBox } from './product-info.ts';

/** Products of which a shopper has to choose something first cannot be added from a tile. */
const COMPOSITE_TYPES: readonly Product['type'][] = ['configurable', 'grouped', 'bundle'];

/** Luma's template asks for a stock label only where it has a button to add to the cart, and these tiles have none. */
function tile(product: Product, request: PageRequest): Markup {
  const canBeBought = isInStock(product);
  const isSelectable = canBeBought && !COMPOSITE_TYPES.includes(product.type);
  // Magento prints no price for a configurable whose children are all sold out.
  const hasPrice = product.type !== 'configurable' || canBeBought;
  return html`<li class="item product product-item">
    <div class="product-item-info ${isSelectable ? 'related-available' : ''}" id="product-item-info_${product.id}">
      <a href="/shop/${product.page}" class="product photo product-item-photo"><img class="product-image-photo" src="${imageAddress(product)}" width="160" height="160" alt="${product.name}"></a>
      <div class="product details product-item-details">
        <strong class="product name product-item-name"><a class="product-item-link" title="${product.name}" href="/shop/${product.page}">${product.name}</a></strong>
        ${hasPrice ? priceBox(product, 'tile') : ''}
      </div>
      ${canBeBought || request.data !== 'tag' ? '' : productTag(product, request)}
    </div>
  </li>`;
}

/**
 * Tiles below the product: two of what can be bought and, unless the shop hides them, two that are sold
 * out, of which nothing on the page says so.
 */
export function relatedProducts(current: Product, request: PageRequest): Markup {
  const others = CATALOGUE.filter((product) => product.id !== current.id);
  const isShown = request.stock === 'shown';
  const soldOut = others.filter((product) => isShown && !isInStock(product)).slice(0, 2);
  const available = others.filter(isInStock).slice(0, 2);
  return html`<div class="block related">
    <div class="block-title title"><strong id="block-related-heading" role="heading" aria-level="2">Related Products</strong></div>
    <div class="block-content content" aria-labelledby="block-related-heading">
      <div class="products wrapper grid products-grid products-related"><ol class="products list items product-items">${[...soldOut, ...available].map((product) => tile(product, request))}</ol></div>
    </div>
  </div>`;
}
