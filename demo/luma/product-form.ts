import { html } from 'hono/html';
import type {
  BundlePart,
  BundleProduct,
  GroupedProduct,
  PlainProduct,
  Product,
} from '../catalogue/product.ts';
import { isInStock, listShownMembers } from '../catalogue/stock.ts';
import type { Markup } from '../page/markup.ts';
import type { PageRequest } from '../page/page-request.ts';
import { productOptions } from './configurable-options.ts';
import { priceBox } from './product-info.ts';

/** The add-to-cart form. It is always there, but has no button when the product is sold out. */
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

/** The choices in the form. Which ones there are depends on the type of the product. */
function formContent(product: Product, request: PageRequest): Markup | '' {
  // The table of a grouped product is there even if all of it is sold out.
  if (product.type === 'grouped') return groupedItems(product, request);
  if (!isInStock(product)) return '';
  if (product.type === 'configurable') return productOptions(product, request);
  return product.type === 'bundle' ? bundleOptions(product, request) : '';
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

function quantity(): Markup {
  return html`<div class="field qty">
        <label class="label" for="qty"><span>Qty</span></label>
        <div class="control">
          <input type="number" name="qty" id="qty" min="1" value="1" title="Qty" class="input-text qty">
        </div>
      </div>`;
}

/**
 * The table of a grouped product. If nothing in it can be bought, Magento leaves out the column of quantities, which also
 * holds the stock labels.
 */
function groupedItems(product: GroupedProduct, request: PageRequest): Markup {
  const canBeBought = isInStock(product);
  const rows = listShownMembers(product.members, request).map((member) =>
    memberRow(member, canBeBought),
  );
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

function memberRow(member: PlainProduct, hasQuantities: boolean): Markup {
  const quantityCell = html`<td data-th="Qty" class="col qty">${memberQuantity(member)}</td>`;
  return html`<tr>
    <td data-th="Product Name" class="col item"><strong class="product-item-name">${member.name}</strong>${priceBox(member)}</td>
    ${hasQuantities ? quantityCell : ''}
  </tr>`;
}

function memberQuantity(member: PlainProduct): Markup {
  if (!isInStock(member)) {
    return html`<div class="stock unavailable" title="Availability"><span>Out of stock</span></div>`;
  }
  const name = `super_group[${member.id}]`;
  return html`<div class="control qty">
    <input type="number" name="${name}" data-selector="${name}" maxlength="12" min="0" value="0" title="Qty" aria-label="Qty" class="input-text qty" data-validate="{'validate-grouped-qty':'#super-product-table'}" data-errors-message-box="#validation-message-box">
  </div>`;
}

/** The choices that complete a bundle. Magento prints none for a sold-out bundle. */
function bundleOptions(product: BundleProduct, request: PageRequest): Markup {
  return html`<div class="bundle-options-wrapper"><div class="product-options-wrapper" id="product-options-wrapper" data-hasrequired="* Required Fields">
    <div class="fieldset" tabindex="0"><fieldset class="fieldset fieldset-bundle-options">
      <legend id="customizeTitle" class="legend title"><span>Customize ${product.name}</span></legend>
      ${product.parts.map((entry) => bundlePart(entry, request))}
    </fieldset></div>
  </div></div>`;
}

function bundlePart({ id, title, members }: BundlePart, request: PageRequest): Markup {
  return html`<div class="field option required">
    <label class="label" for="bundle-option-${id}"><span>${title}</span></label>
    <div class="control">
      <select id="bundle-option-${id}" name="bundle_option[${id}]" data-selector="bundle_option[${id}]" class="bundle-option-${id} product bundle option bundle-option-select change-container-classname" data-validate="{required:true}" aria-required="true">
        <option value="">Choose a selection...</option>
        ${listShownMembers(members, request).map(
          (member) =>
            html`<option value="${member.id}" ${isInStock(member) ? '' : 'disabled'}>${member.name} +$${member.price.toFixed(2)}</option>`,
        )}
      </select>
    </div>
  </div>`;
}
