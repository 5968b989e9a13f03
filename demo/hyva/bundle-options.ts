import { html } from 'hono/html';
import { listMembers } from '../catalogue/list-members.ts';
import type { BundlePart, BundleProduct, PlainProduct } from '../catalogue/product.ts';
import type { Markup } from '../pages/markup.ts';
import type { HyvaRequest } from './hyva-request.ts';

function selection(part: BundlePart, member: PlainProduct): Markup {
  return html`<option value="${member.id}" data-option-id="${part.id}-${member.id}" ${member.inStock ? '' : 'disabled'}>${member.name} +$${member.price.toFixed(2)}</option>`;
}

function bundleOption(part: BundlePart, request: HyvaRequest): Markup {
  const members = listMembers(part.members).filter(
    (member) => member.inStock || request.stock === 'shown',
  );
  return html`<div class="option-line option-row">
    <label class="label" for="bundle-option-${part.id}">${part.title}</label>
    <div class="product-option-values" data-bundle-option-id="${part.id}">
      <select id="bundle-option-${part.id}" name="bundle_option[${part.id}]" class="form-select" form="product_addtocart_form" required>
        <option value="">Choose a selection...</option>
        ${members.map((member) => selection(part, member))}
      </select>
    </div>
  </div>`;
}

/** What shoppers choose in a bundle: below the product and outside of the form, which the fields name. */
export function bundleOptions(product: BundleProduct, request: HyvaRequest): Markup {
  return html`<fieldset class="fieldset-bundle-options">
    <legend id="customizeTitle"><h2 class="title-font">Customize ${product.name}</h2></legend>
    ${product.parts.map((part) => bundleOption(part, request))}
  </fieldset>`;
}
