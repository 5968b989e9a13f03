import { html } from 'hono/html';
import { isInStock } from '../catalogue/is-in-stock.ts';
import type { Product } from '../catalogue/product.ts';
import { CATALOGUE } from '../catalogue.ts';
import { imageAddress } from '../configuration/image-address.ts';
import type { Markup } from './markup.ts';

/**
 * What extensions put into a product's column: a card of another product, here one that is sold out. It has
 * Magento's own stock label, and is none of Magento's tiles.
 */
export function foreignCard(current: Product): Markup | '' {
  const other = CATALOGUE.find(
    (product) => product.type === 'simple' && product.id !== current.id && !isInStock(product),
  );
  if (!other) return '';
  return html`<div class="bought-together">
    <strong class="bought-together-title">Often bought together</strong>
    <div class="bought-together-card">
      <img src="${imageAddress(other)}" width="64" height="64" alt="">
      <div><a href="/shop/${other.page}">${other.name}</a> <span class="price">$${other.price.toFixed(2)}</span>
        <div class="stock unavailable"><span>Out of stock</span></div></div>
    </div>
  </div>`;
}
