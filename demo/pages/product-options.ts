import { html } from 'hono/html';
import type { Attribute, ConfigurableProduct } from '../catalogue/product.ts';
import { buildConfiguration } from '../configuration/build-configuration.ts';
import { buildSwatchConfiguration } from '../configuration/build-swatch-configuration.ts';
import { drawnSwatches } from './drawn-swatches.ts';
import type { Markup } from './markup.ts';
import type { PageRequest } from './page-request.ts';
import { printJson } from './print-json.ts';
import { usesRequireJs } from './security-policy.ts';

/** Magento prints the JSON into a script element that its own loader collects. */
function magentoInit(value: unknown): Markup {
  return html`<script type="text/x-magento-init">${printJson(value)}</script>`;
}

function swatches(product: ConfigurableProduct, request: PageRequest): Markup {
  const jsonConfig = buildConfiguration(product, request);
  const jsonSwatchConfig = buildSwatchConfiguration(product, request);
  const component = { 'Magento_Swatches/js/swatch-renderer': { jsonConfig, jsonSwatchConfig } };
  const drawn = usesRequireJs(request) ? '' : drawnSwatches(product);
  return html`<div class="swatch-opt" data-role="swatch-options" ${drawn ? html`data-rendered="true"` : ''}>${drawn}</div>
    ${magentoInit({ '[data-role=swatch-options]': component })}`;
}

function dropdown(attribute: Attribute, request: PageRequest): Markup {
  const name = `super_attribute[${attribute.id}]`;
  // Luma's widget fills the list; where it does not run, everything can be chosen.
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

function dropdowns(product: ConfigurableProduct, request: PageRequest): Markup {
  const spConfig = buildConfiguration(product, request);
  return html`${product.attributes.map((attribute) => dropdown(attribute, request))}
    ${magentoInit({ '#product_addtocart_form': { configurable: { spConfig, gallerySwitchStrategy: 'replace' } } })}`;
}

/** The options of a configurable product, and the configuration that Luma's widgets read. */
export function productOptions(product: ConfigurableProduct, request: PageRequest): Markup {
  const hasSwatches = product.attributes.some((attribute) => attribute.drawnAs === 'swatch');
  return html`<div class="product-options-wrapper" id="product-options-wrapper" data-hasrequired="* Required Fields">
    <div class="fieldset" tabindex="0">
      ${hasSwatches ? swatches(product, request) : dropdowns(product, request)}
    </div>
  </div>`;
}
