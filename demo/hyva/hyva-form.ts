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
import { alpineOptions } from './alpine-options.ts';
import type { HyvaRequest, InlineScripts } from './hyva-theme.ts';

/** The add-to-cart form. When nothing of the product can be bought, Hyvä prints neither the form nor what is in it. */
export function hyvaForm(
  product: Product,
  request: HyvaRequest,
  scripts: InlineScripts,
): Markup | '' {
  if (!isInStock(product)) return '';
  return html`<form method="post" action="/checkout/cart/add/" class="mb-6" id="product_addtocart_form" data-sku="${product.sku}">
    <input type="hidden" name="product" value="${product.id}">
    <input type="hidden" name="selected_configurable_option" value="">
    <input type="hidden" name="related_product" id="related-products-field" value="">
    <input type="hidden" name="item" value="0">
    <input name="form_key" type="hidden" value="a1b2c3d4e5f60718">
    ${fields(product, request, scripts)}
  </form>`;
}

function fields(product: Product, request: HyvaRequest, scripts: InlineScripts): Markup | '' {
  if (product.type === 'configurable') return alpineOptions(product, request, scripts);
  if (product.type === 'grouped') return groupedItems(product, request);
  return '';
}

function groupedItems(product: GroupedProduct, request: HyvaRequest): Markup {
  return html`<div class="grouped-items">
    <h2 class="title-font">Grouped product items</h2>
    ${listShownMembers(product.members, request).map(memberRow)}
  </div>`;
}

function memberRow(member: PlainProduct): Markup {
  return html`<div class="grouped-item" data-sku="${member.sku}">
    <label for="super_group[${member.id}]">
      <span class="product-item-name">${member.name}</span>
      <div class="price-box price-final_price" data-role="priceBox" data-product-id="${member.id}" data-price-box="product-id-${member.id}"><span class="price-container price-final_price"><span id="product-price-${member.id}" data-price-amount="${member.price}" data-price-type="finalPrice" class="price-wrapper"><span class="price">$${member.price.toFixed(2)}</span></span></span></div>
    </label>
    <div class="label">${isInStock(member) ? memberQuantity(member) : html`<div class="stock unavailable" title="Availability">Out of stock</div>`}</div>
  </div>`;
}

function memberQuantity(member: PlainProduct): Markup {
  const name = `super_group[${member.id}]`;
  return html`<div class="control qty"><input type="number" min="0" name="${name}" id="${name}" value="0" title="Qty" class="qty form-input"></div>`;
}

/** The choices of a bundle. They are below the product and outside the form, and name it. */
export function bundleOptions(product: BundleProduct, request: HyvaRequest): Markup {
  return html`<fieldset class="fieldset-bundle-options">
    <legend id="customizeTitle"><h2 class="title-font">Customize ${product.name}</h2></legend>
    ${product.parts.map((part) => bundleOption(part, request))}
  </fieldset>`;
}

function bundleOption(part: BundlePart, request: HyvaRequest): Markup {
  return html`<div class="option-line option-row">
    <label class="label" for="bundle-option-${part.id}">${part.title}</label>
    <div class="product-option-values" data-bundle-option-id="${part.id}">
      <select id="bundle-option-${part.id}" name="bundle_option[${part.id}]" class="form-select" form="product_addtocart_form" required>
        <option value="">Choose a selection...</option>
        ${listShownMembers(part.members, request).map((member) => bundleSelection(part, member))}
      </select>
    </div>
  </div>`;
}

function bundleSelection(part: BundlePart, member: PlainProduct): Markup {
  return html`<option value="${member.id}" data-option-id="${part.id}-${member.id}" ${isInStock(member) ? '' : 'disabled'}>${member.name} +$${member.price.toFixed(2)}</option>`;
}
