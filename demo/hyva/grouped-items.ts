import { html } from 'hono/html';
import { listMembers } from '../catalogue/list-members.ts';
import type { GroupedProduct, PlainProduct } from '../catalogue/product.ts';
import type { Markup } from '../pages/markup.ts';
import type { HyvaRequest } from './hyva-request.ts';

function quantity(member: PlainProduct): Markup {
  const name = `super_group[${member.id}]`;
  return html`<div class="control qty"><input type="number" min="0" name="${name}" id="${name}" value="0" title="Qty" class="qty form-input"></div>`;
}

function row(member: PlainProduct): Markup {
  return html`<div class="grouped-item" data-sku="${member.sku}">
    <label for="super_group[${member.id}]">
      <span class="product-item-name">${member.name}</span>
      <div class="price-box price-final_price" data-role="priceBox" data-product-id="${member.id}" data-price-box="product-id-${member.id}"><span class="price-container price-final_price"><span id="product-price-${member.id}" data-price-amount="${member.price}" data-price-type="finalPrice" class="price-wrapper"><span class="price">$${member.price.toFixed(2)}</span></span></span></div>
    </label>
    <div class="label">${member.inStock ? quantity(member) : html`<div class="stock unavailable" title="Availability">Out of stock</div>`}</div>
  </div>`;
}

/** The members of a grouped product. Where sold-out products are hidden, their rows are absent. */
export function groupedItems(product: GroupedProduct, request: HyvaRequest): Markup {
  const members = listMembers(product.members).filter(
    (member) => member.inStock || request.stock === 'shown',
  );
  return html`<div class="grouped-items">
    <h2 class="title-font">Grouped product items</h2>
    ${members.map(row)}
  </div>`;
}
