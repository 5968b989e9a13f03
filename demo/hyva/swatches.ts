import { html } from 'hono/html';
import type { Attribute } from '../catalogue/product.ts';
import type { Markup } from '../pages/markup.ts';
import type { HyvaTheme } from './hyva-theme.ts';
import type { OptionBindings } from './option-bindings.ts';

function offeredSwatch(attribute: Attribute, bindings: OptionBindings, labelId: string): Markup {
  return html`<template x-if="${bindings.isOffered}">
    <label :for="${bindings.inputId}" class="swatch-option relative border-2 shadow-sm cursor-pointer select-none product-option-value-label" :class="${bindings.classes}" :style="${bindings.colour}">
      <input :id="${bindings.inputId}" :value="item.id" name="super_attribute[${attribute.id}]" type="radio" required
        class="sr-only product-option-value-input" :checked="${bindings.isSelected}" @change="${bindings.onChange}" @click="${bindings.onClick}"
        @focus="${bindings.onFocus}" @blur="${bindings.onBlur}" :aria-label="${bindings.label}" aria-describedby="${labelId}">
      <template x-if="${bindings.isText}"><div class="whitespace-nowrap" aria-hidden="true" x-text="${bindings.label}"></div></template>
    </label>
  </template>`;
}

/** A sold-out swatch is no control: shoppers see it, and can neither choose nor focus it. */
function soldOutSwatch(bindings: OptionBindings, theme: HyvaTheme): Markup {
  return html`<template x-if="${bindings.isSoldOut}">
    <div class="swatch-option relative border-2 shadow-sm opacity-50 cursor-pointer select-none" :class="${bindings.classes}" :style="${bindings.colour}">
      <div class="swatch-option-text whitespace-nowrap" ${theme === 'csp' ? html`:data-option-id="item.id"` : ''} x-text="${bindings.label}"></div>
      <svg class="absolute inset-0 w-full h-full"><line x1="0" y1="100%" x2="100%" y2="0" class="stroke-current stroke-1"></line></svg>
    </div>
  </template>`;
}

/** One attribute drawn as swatches. */
export function swatches(
  attribute: Attribute,
  bindings: OptionBindings,
  theme: HyvaTheme,
  productId: string,
): Markup {
  const labelId = `attribute-label-${productId}-${attribute.id}`;
  return html`<div class="swatch-attribute option-line ${attribute.code}" ${theme === 'csp' ? html`data-attribute-id="${attribute.id}"` : ''}>
    <div class="option-row">
      <label class="label product-option-label" id="${labelId}" aria-hidden="true"><span>${attribute.label}</span> <span class="product-option-value" x-text="${bindings.selectedLabel}"></span></label>
      <div class="product-option-values">
        <div class="swatch-attribute-options" role="radiogroup" aria-label="${attribute.label}">
          <template x-for="(item, index) in ${bindings.options}" :key="item.id"><div>${offeredSwatch(attribute, bindings, labelId)}${soldOutSwatch(bindings, theme)}</div></template>
        </div>
      </div>
    </div>
  </div>`;
}
