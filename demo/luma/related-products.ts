import { html } from 'hono/html';
import { imageAddress, type Product } from '../catalogue/product.ts';
import { isInStock, listRelated } from '../catalogue/stock.ts';
import type { Markup } from '../page/markup.ts';
import type { PageRequest } from '../page/page-request.ts';
import { productTag } from '../page/widget-tags.ts';
import { priceBox } from './product-info.ts';

/** The tiles of related products below a product. Nothing in them says which products are sold out. */
export function relatedProducts(current: Product, request: PageRequest): Markup {
  const tiles = listRelated(current, request).map((product) => tile(product, request));
  return html`<div class="block related">
    <div class="block-title title"><strong id="block-related-heading" role="heading" aria-level="2">Related Products</strong></div>
    <div class="block-content content" aria-labelledby="block-related-heading">
      <div class="products wrapper grid products-grid products-related"><ol class="products list items product-items">${tiles}</ol></div>
    </div>
  </div>`;
}

/** Shoppers must choose something of these products first, so they cannot be added to the cart from a tile. */
const COMPOSITE_TYPES: readonly Product['type'][] = ['configurable', 'grouped', 'bundle'];

/** Luma's template prints a stock label only in tiles with an Add to Cart button, which these tiles do not have. */
function tile(product: Product, request: PageRequest): Markup {
  const canBeBought = isInStock(product);
  const isSelectable = canBeBought && !COMPOSITE_TYPES.includes(product.type);
  return html`<li class="item product product-item">
    <div class="product-item-info ${isSelectable ? 'related-available' : ''}" id="product-item-info_${product.id}">
      <a href="/shop/${product.page}" class="product photo product-item-photo"><img class="product-image-photo" src="${imageAddress(product)}" width="160" height="160" alt="${product.name}"></a>
      <div class="product details product-item-details">
        <strong class="product name product-item-name"><a class="product-item-link" title="${product.name}" href="/shop/${product.page}">${product.name}</a></strong>
        ${priceBox(product, 'tile')}
      </div>
      ${canBeBought || request.data !== 'tag' ? '' : productTag(product, request)}
    </div>
  </li>`;
}
