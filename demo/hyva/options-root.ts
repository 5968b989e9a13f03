import { html } from 'hono/html';
import type { ConfigurableProduct } from '../catalogue/product.ts';
import { buildConfiguration } from '../configuration/build-configuration.ts';
import { buildSwatchConfiguration } from '../configuration/build-swatch-configuration.ts';
import type { Markup } from '../pages/markup.ts';
import { printJson } from '../pages/print-json.ts';
import type { HyvaRequest } from './hyva-request.ts';

/** The element from which Alpine starts the options of a configurable product, and what it starts there. */
export interface OptionsRoot {
  readonly name: string;
  /** Makes the component; printed into the page. */
  readonly code: string;
  /** Attributes that give the component its data. */
  readonly attributes: Markup | '';
}

function register(name: string): string {
  return `window.addEventListener('alpine:init', () => Alpine.data('${name}', ${name}), { once: true });`;
}

function defaultSwatches(product: ConfigurableProduct, request: HyvaRequest): OptionsRoot {
  const name = `initConfigurableSwatchOptions_${product.id}`;
  const code = `function ${name}() {
    return Object.assign(
      initConfigurableOptions('${product.id}', ${printJson(buildConfiguration(product, request))}),
      initSwatchOptions(${printJson(buildSwatchConfiguration(product, request))}),
    );
  }`;
  return { name, code, attributes: '' };
}

function cspSwatches(product: ConfigurableProduct, request: HyvaRequest): OptionsRoot {
  const name = 'initViewConfigurableSwatchOptions';
  const code = `function ${name}() {
    const { productId, config, swatchOptions } = this.$el.dataset;
    return Object.assign(
      initConfigurableOptions(productId, JSON.parse(config)),
      initSwatchOptions(JSON.parse(swatchOptions)),
      initOptionItems(),
    );
  }
  ${register(name)}`;
  const attributes = html`data-product-id="${product.id}"
    data-config="${JSON.stringify(buildConfiguration(product, request))}"
    data-swatch-options="${JSON.stringify(buildSwatchConfiguration(product, request))}"`;
  return { name, code, attributes };
}

function dropdowns(product: ConfigurableProduct, request: HyvaRequest): OptionsRoot {
  const name = `initConfigurableDropdownOptions_${product.id}`;
  const options = `initConfigurableOptions('${product.id}', ${printJson(buildConfiguration(product, request))})`;
  const code =
    request.theme === 'csp'
      ? `function ${name}() { return Object.assign(${options}, initOptionItems()); }\n${register(name)}`
      : `function ${name}() { return ${options}; }`;
  return { name, code, attributes: '' };
}

/** The root of a product's options, as the theme prints it. */
export function optionsRoot(product: ConfigurableProduct, request: HyvaRequest): OptionsRoot {
  const hasSwatches = product.attributes.some((attribute) => attribute.drawnAs === 'swatch');
  if (!hasSwatches) return dropdowns(product, request);
  return request.theme === 'csp'
    ? cspSwatches(product, request)
    : defaultSwatches(product, request);
}
