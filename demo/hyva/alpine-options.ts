import { html } from 'hono/html';
import { buildConfiguration, buildSwatchConfiguration } from '../catalogue/configuration.ts';
import { type Attribute, type ConfigurableProduct, hasSwatches } from '../catalogue/product.ts';
import { type Markup, printJson } from '../page/markup.ts';
import {
  type HyvaRequest,
  type InlineScripts,
  nameComponent,
  registerComponent,
} from './hyva-theme.ts';
import { bindOptions, dropdown, swatches } from './option-controls.ts';

/** The options of a configurable product. They are templates until Alpine starts them. */
export function alpineOptions(
  product: ConfigurableProduct,
  request: HyvaRequest,
  scripts: InlineScripts,
): Markup {
  const { theme } = request;
  const root = optionsRoot(product, request);
  const draw = (attribute: Attribute): Markup => {
    const bindings = bindOptions(theme, product.id, attribute.id);
    return attribute.drawnAs === 'swatch'
      ? swatches(attribute, bindings, theme, product.id)
      : dropdown(attribute, bindings, theme, !hasSwatches(product));
  };
  return html`${scripts.print(root.code)}
    <div x-data="${nameComponent(theme, root.name)}" ${root.attributes} class="product-options relative mb-6" x-defer="intersect">
      <h2 class="title-font">${hasSwatches(product) ? 'Product Options:' : 'Options'}</h2>
      <div>${product.attributes.map(draw)}</div>
    </div>`;
}

/** The element on which Alpine starts the options of a product, and the component that it starts. */
interface OptionsRoot {
  readonly name: string;
  /** The script that defines the component. */
  readonly code: string;
  /** Attributes that give the component its data. */
  readonly attributes: Markup | '';
}

function optionsRoot(product: ConfigurableProduct, request: HyvaRequest): OptionsRoot {
  if (!hasSwatches(product)) return dropdowns(product, request);
  return request.theme === 'csp'
    ? cspSwatches(product, request)
    : defaultSwatches(product, request);
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
  ${registerComponent(name)}`;
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
      ? `function ${name}() { return Object.assign(${options}, initOptionItems()); }\n${registerComponent(name)}`
      : `function ${name}() { return ${options}; }`;
  return { name, code, attributes: '' };
}
