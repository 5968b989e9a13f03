import { html } from 'hono/html';
import { buildConfiguration, buildSwatchConfiguration } from '../catalogue/configuration.ts';
import { type Attribute, type ConfigurableProduct, hasSwatches } from '../catalogue/product.ts';
import { type Markup, printJson } from '../page/markup.ts';
import { type PageRequest, usesRequireJs } from '../page/page-request.ts';

/** The options of a configurable product, with the configuration for Luma's widgets. */
export function productOptions(product: ConfigurableProduct, request: PageRequest): Markup {
  return html`<div class="product-options-wrapper" id="product-options-wrapper" data-hasrequired="* Required Fields">
    <div class="fieldset" tabindex="0">
      ${hasSwatches(product) ? swatches(product, request) : dropdowns(product, request)}
    </div>
  </div>`;
}

function swatches(product: ConfigurableProduct, request: PageRequest): Markup {
  const jsonConfig = buildConfiguration(product, request);
  const jsonSwatchConfig = buildSwatchConfiguration(product, request);
  const component = { 'Magento_Swatches/js/swatch-renderer': { jsonConfig, jsonSwatchConfig } };
  const drawn = usesRequireJs(request) ? '' : drawnSwatches(product);
  return html`<div class="swatch-opt" data-role="swatch-options" ${drawn ? html`data-rendered="true"` : ''}>${drawn}</div>
    ${magentoInit({ '[data-role=swatch-options]': component })}`;
}

function dropdowns(product: ConfigurableProduct, request: PageRequest): Markup {
  const spConfig = buildConfiguration(product, request);
  return html`${product.attributes.map((attribute) => dropdown(attribute, request))}
    ${magentoInit({ '#product_addtocart_form': { configurable: { spConfig, gallerySwitchStrategy: 'replace' } } })}`;
}

function dropdown(attribute: Attribute, request: PageRequest): Markup {
  const name = `super_attribute[${attribute.id}]`;
  // Luma's widget fills the list. Where it does not run, every option can be chosen.
  const options = usesRequireJs(request)
    ? ''
    : attribute.options.map(({ id, label }) => html`<option value="${id}">${label}</option>`);
  return html`<div class="field configurable required">
    <label class="label" for="attribute${attribute.id}"><span>${attribute.label}</span></label>
    <div class="control">
      <select name="${name}" data-selector="${name}" data-validate="{required:true}" id="attribute${attribute.id}" class="super-attribute-select">
        <option value="">Choose an Option...</option>${options}
      </select>
    </div>
  </div>`;
}

/** Magento's own loader starts the components that such script elements name. */
export function magentoInit(value: unknown): Markup {
  return html`<script type="text/x-magento-init">${printJson(value)}</script>`;
}

/**
 * Swatches as Luma's widget draws them, for pages on which the policy does not let it run. Their colours are in the
 * stylesheet, because such a policy also forbids `style` attributes.
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
