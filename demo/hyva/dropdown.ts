import { html } from 'hono/html';
import type { Attribute } from '../catalogue/product.ts';
import type { Markup } from '../pages/markup.ts';
import type { HyvaTheme } from './hyva-theme.ts';
import type { OptionBindings } from './option-bindings.ts';

/** One attribute drawn as a dropdown. Among swatches its options carry no prices. */
export function dropdown(
  attribute: Attribute,
  bindings: OptionBindings,
  theme: HyvaTheme,
  hasPrices: boolean,
): Markup {
  const label = hasPrices ? bindings.labelWithPrice : 'item.label';
  return html`<div class="option-line option-row" ${theme === 'csp' ? html`data-attribute-id="${attribute.id}"` : ''}>
    <label class="label" for="attribute${attribute.id}"><span>${attribute.label}</span></label>
    <div class="product-option-values">
      <select name="super_attribute[${attribute.id}]" id="attribute${attribute.id}" class="form-select super-attribute-select" @change="${bindings.onChange}" required>
        <option value="">Choose an Option...</option>
        <template x-for="(item, index) in ${bindings.options}" :key="item.id">
          <template x-if="${bindings.isListed}"><option :value="item.id" :disabled="${bindings.isDisabled}" :selected="${bindings.isSelected}" x-text="${label}"></option></template>
        </template>
      </select>
    </div>
  </div>`;
}
