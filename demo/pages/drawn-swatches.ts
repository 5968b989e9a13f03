import { html } from 'hono/html';
import type { Attribute, ConfigurableProduct } from '../catalogue/product.ts';
import type { Markup } from './markup.ts';

function swatchControls(attribute: Attribute, labelId: string): Markup {
  const swatches = attribute.options.map(
    (
      option,
    ) => html`<div class="swatch-option ${option.colour ? 'color' : 'text'} swatch-${option.id}"
      data-option-id="${option.id}" data-option-label="${option.label}" role="option" tabindex="0"
      aria-checked="false" aria-label="${option.label}">${option.colour ? '' : option.label}</div>`,
  );
  return html`<div role="listbox" aria-labelledby="${labelId}" class="swatch-attribute-options clearfix">${swatches}</div>`;
}

function selectControls(attribute: Attribute, labelId: string): Markup {
  return html`<div class="swatch-attribute-options clearfix">
    <select class="swatch-select ${attribute.code}" aria-labelledby="${labelId}">
      <option value="0" data-option-id="0">Choose an Option...</option>
      ${attribute.options.map(({ id, label }) => html`<option value="${id}" data-option-id="${id}">${label}</option>`)}
    </select>
  </div>`;
}

/**
 * Swatches as Luma's widget leaves them behind, for pages whose policy does not let it run. They
 * take their colours from the stylesheet, since such a policy forbids `style` attributes too.
 */
export function drawnSwatches(product: ConfigurableProduct): readonly Markup[] {
  return product.attributes.map((attribute) => {
    const labelId = `option-label-${attribute.code}-${attribute.id}`;
    const isSwatch = attribute.drawnAs === 'swatch';
    return html`<div class="swatch-attribute ${attribute.code}" data-attribute-code="${attribute.code}" data-attribute-id="${attribute.id}">
      <span id="${labelId}" class="swatch-attribute-label">${attribute.label}</span>
      <span class="swatch-attribute-selected-option"></span>
      ${isSwatch ? swatchControls(attribute, labelId) : selectControls(attribute, labelId)}
      <input class="swatch-input super-attribute-select" name="super_attribute[${attribute.id}]" type="text" value=""
        aria-required="true" aria-hidden="true" tabindex="-1">
    </div>`;
  });
}
