import { html } from 'hono/html';
import { isInStock } from '../catalogue/is-in-stock.ts';
import { listMembers } from '../catalogue/list-members.ts';
import type { GroupedProduct, PlainProduct } from '../catalogue/product.ts';
import type { Markup } from './markup.ts';
import type { PageRequest } from './page-request.ts';
import { priceBox } from './price-box.ts';

function quantity({ id, inStock }: PlainProduct): Markup {
  if (!inStock) {
    return html`<div class="stock unavailable" title="Availability"><span>Out of stock</span></div>`;
  }
  return html`<div class="control qty">
    <input type="number" name="super_group[${id}]" data-selector="super_group[${id}]" maxlength="12" min="0" value="0" title="Qty" aria-label="Qty" class="input-text qty" data-validate="{'validate-grouped-qty':'#super-product-table'}" data-errors-message-box="#validation-message-box">
  </div>`;
}

function row(member: PlainProduct, hasQuantities: boolean): Markup {
  const quantityCell = html`<td data-th="Qty" class="col qty">${quantity(member)}</td>`;
  return html`<tr>
    <td data-th="Product Name" class="col item"><strong class="product-item-name">${member.name}</strong>${priceBox(member)}</td>
    ${hasQuantities ? quantityCell : ''}
  </tr>`;
}

/**
 * The table of a grouped product. When nothing in it can be bought Magento leaves out the column with
 * the quantities, and with it the stock label of every row.
 */
export function groupedItems(product: GroupedProduct, { stock }: PageRequest): Markup {
  const canBeBought = isInStock(product);
  const members = listMembers(product.members).filter(
    (member) => member.inStock || stock === 'shown',
  );
  const rows = members.map((member) => row(member, canBeBought));
  const nothing = html`<tr><td class="unavailable" colspan="3">No options of this product are available.</td></tr>`;
  return html`<div class="table-wrapper grouped">
    <table class="table data grouped" id="super-product-table">
      <caption class="table-caption">Grouped product items</caption>
      <thead><tr><th class="col item" scope="col">Product Name</th>${canBeBought ? html`<th class="col qty" scope="col">Qty</th>` : ''}</tr></thead>
      <tbody>${rows.length > 0 ? rows : nothing}</tbody>
    </table>
  </div>
  <div id="validation-message-box"></div>`;
}
