import { html } from 'hono/html';
import { isInStock } from '../catalogue/is-in-stock.ts';
import type { Product } from '../catalogue/product.ts';
import { imageAddress } from '../configuration/image-address.ts';
import type { Markup } from '../pages/markup.ts';
import type { PageRequest } from '../pages/page-request.ts';
import { priceBox } from '../pages/price-box.ts';
import { productTag } from '../product-tag/product-tag.ts';
import { tileAction } from './tile-action.ts';
import { tileSwatches } from './tile-swatches.ts';

/** A product in a list, as Luma's `list.phtml` prints it: without its SKU, and without its type. */
export function productTile(product: Product, request: PageRequest): Markup {
  const address = `/shop/${product.page}.html`;
  // Magento prints no price for a configurable whose children are all sold out.
  const hasPrice = product.type !== 'configurable' || isInStock(product);
  return html`<li class="item product product-item">
    <div class="product-item-info" id="product-item-info_${product.id}" data-container="product-grid">
      <a href="${address}" class="product photo product-item-photo" tabindex="-1"><img class="product-image-photo" src="${imageAddress(product)}" loading="lazy" width="240" height="240" alt="${product.name}"></a>
      <div class="product details product-item-details">
        <strong class="product name product-item-name"><a class="product-item-link" href="${address}">${product.name}</a></strong>
        ${hasPrice ? priceBox(product, 'tile') : ''}
        ${tileSwatches(product, request)}
        <div class="product-item-inner">
          <div class="product actions product-item-actions">
            <div class="actions-primary">${tileAction(product)}</div>
            <div data-role="add-to-links" class="actions-secondary"><a href="#" class="action towishlist" title="Add to Wish List" aria-label="Add to Wish List" data-action="add-to-wishlist" role="button"><span>Add to Wish List</span></a></div>
          </div>
        </div>
      </div>
      ${isInStock(product) ? '' : productTag(product, request)}
    </div>
  </li>`;
}
