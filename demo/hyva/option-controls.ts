import { html } from 'hono/html';
import type { Attribute } from '../catalogue/product.ts';
import type { Markup } from '../page/markup.ts';
import type { HyvaTheme } from './hyva-theme.ts';

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

/** A sold-out swatch is not a control. Shoppers see it, but can neither choose nor focus it. */
function soldOutSwatch(bindings: OptionBindings, theme: HyvaTheme): Markup {
  return html`<template x-if="${bindings.isSoldOut}">
    <div class="swatch-option relative border-2 shadow-sm opacity-50 cursor-pointer select-none" :class="${bindings.classes}" :style="${bindings.colour}">
      <div class="swatch-option-text whitespace-nowrap" ${theme === 'csp' ? html`:data-option-id="item.id"` : ''} x-text="${bindings.label}"></div>
      <svg class="absolute inset-0 w-full h-full"><line x1="0" y1="100%" x2="100%" y2="0" class="stroke-current stroke-1"></line></svg>
    </div>
  </template>`;
}

/** One attribute drawn as a dropdown. Its options have prices only where no attribute is drawn as swatches. */
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

/** The texts in the HTML from which Alpine learns what to show of one attribute, and what to call. */
interface OptionBindings {
  /** The list of which `item` is a member. */
  readonly options: string;
  readonly isOffered: string;
  /** Not in stock with the current choice. */
  readonly isSoldOut: string;
  /** Offered or sold out. */
  readonly isListed: string;
  readonly isDisabled: string;
  readonly isSelected: string;
  readonly label: string;
  readonly labelWithPrice: string;
  readonly selectedLabel: string;
  readonly inputId: string;
  readonly isText: string;
  readonly colour: string;
  readonly classes: string;
  readonly onChange: string;
  readonly onClick: string;
  readonly onFocus: string;
  readonly onBlur: string;
}

/** The bindings of one attribute in a theme. */
export function bindOptions(
  theme: HyvaTheme,
  productId: string,
  attributeId: string,
): OptionBindings {
  return theme === 'csp' ? CSP_BINDINGS : bindExpressions(productId, attributeId);
}

/** In the default theme the bindings are whole expressions, with the attribute's id as a number. */
function bindExpressions(productId: string, attributeId: string): OptionBindings {
  const isEnabled = `optionIsEnabled(${attributeId}, item.id)`;
  const isActive = `optionIsActive(${attributeId}, item.id)`;
  const isSelected = `selectedValues[${attributeId}] === item.id`;
  const isText = `isTextSwatch(${attributeId}, item.id)`;
  return {
    options: `getAllAttributeOptions(${attributeId})`,
    isOffered: `${isEnabled} && ${isActive}`,
    isSoldOut: `${isEnabled} && !${isActive}`,
    isListed: isEnabled,
    isDisabled: `!${isActive}`,
    isSelected,
    label: `getSwatchText(${attributeId}, item.id)`,
    labelWithPrice: 'getAttributeOptionLabel(item)',
    selectedLabel: `getSwatchText(${attributeId}, selectedValues[${attributeId}])`,
    inputId: `'attribute-option-${productId}-' + item.id`,
    isText,
    colour: `getSwatchBackgroundStyle(${attributeId}, item.id)`,
    classes: `{ 'is-colour': !${isText}, 'ring': ${isSelected}, 'is-focused': focusedLabel === item.id }`,
    onChange: `changeOption(${attributeId}, $event.target.value)`,
    onClick: `clearOptionIfActive(${attributeId}, item.id)`,
    onFocus: 'focusLabel(item.id)',
    onBlur: 'blurLabel()',
  };
}

/** Without `unsafe-eval` Alpine understands only names. The methods find their attribute by the element. */
const CSP_BINDINGS: OptionBindings = {
  options: 'listItems',
  isOffered: 'isItemOffered',
  isSoldOut: 'isItemSoldOut',
  isListed: 'isItemListed',
  isDisabled: 'isItemDisabled',
  isSelected: 'isItemSelected',
  label: 'getItemText',
  labelWithPrice: 'getItemTextWithPrice',
  selectedLabel: 'getSelectedText',
  inputId: 'getItemInputId',
  isText: 'isItemText',
  colour: 'getItemColour',
  classes: 'getItemClasses',
  onChange: 'onChangeOption',
  onClick: 'onClickOption',
  onFocus: 'onFocusOption',
  onBlur: 'blurLabel',
};
