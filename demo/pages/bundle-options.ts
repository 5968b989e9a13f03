import { html } from 'hono/html';
import { listMembers } from '../catalogue/list-members.ts';
import type { BundlePart, BundleProduct } from '../catalogue/product.ts';
import type { Markup } from './markup.ts';
import type { PageRequest } from './page-request.ts';

function part({ id, title, members }: BundlePart, { stock }: PageRequest): Markup {
  const selections = listMembers(members).filter((member) => member.inStock || stock === 'shown');
  return html`<div class="field option required">
    <label class="label" for="bundle-option-${id}"><span>${title}</span></label>
    <div class="control">
      <select id="bundle-option-${id}" name="bundle_option[${id}]" data-selector="bundle_option[${id}]" class="bundle-option-${id} product bundle option bundle-option-select change-container-classname" data-validate="{required:true}" aria-required="true">
        <option value="">Choose a selection...</option>
        ${selections.map(
          (member) =>
            html`<option value="${member.id}" ${member.inStock ? '' : 'disabled'}>${member.name} +$${member.price.toFixed(2)}</option>`,
        )}
      </select>
    </div>
  </div>`;
}

/** What a shopper chooses to complete a bundle; nothing is printed for one that is sold out. */
export function bundleOptions(product: BundleProduct, request: PageRequest): Markup {
  return html`<div class="bundle-options-wrapper"><div class="product-options-wrapper" id="product-options-wrapper" data-hasrequired="* Required Fields">
    <div class="fieldset" tabindex="0"><fieldset class="fieldset fieldset-bundle-options">
      <legend id="customizeTitle" class="legend title"><span>Customize ${product.name}</span></legend>
      ${product.parts.map((entry) => part(entry, request))}
    </fieldset></div>
  </div></div>`;
}
