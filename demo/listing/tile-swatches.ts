import { html } from 'hono/html';
import { isInStock } from '../catalogue/is-in-stock.ts';
import type { ConfigurableProduct, Product } from '../catalogue/product.ts';
import { buildConfiguration } from '../configuration/build-configuration.ts';
import { buildSwatchConfiguration } from '../configuration/build-swatch-configuration.ts';
import { drawnSwatches } from '../pages/drawn-swatches.ts';
import type { Markup } from '../pages/markup.ts';
import type { PageRequest } from '../pages/page-request.ts';
import { printJson } from '../pages/print-json.ts';
import { usesRequireJs } from '../pages/security-policy.ts';

function renderer(product: ConfigurableProduct, request: PageRequest): Markup {
  const component = {
    selectorProduct: '.product-item-details',
    onlySwatches: true,
    enableControlLabel: false,
    numberToShow: 16,
    jsonConfig: buildConfiguration(product, request),
    jsonSwatchConfig: buildSwatchConfiguration(product, request),
  };
  const selector = `[data-role=swatch-option-${product.id}]`;
  const components = { [selector]: { 'Magento_Swatches/js/swatch-renderer': component } };
  return html`<script type="text/x-magento-init">${printJson(components)}</script>`;
}

/** The swatches in a tile. Selects are left out, and there is nothing when everything is sold out. */
export function tileSwatches(product: Product, request: PageRequest): Markup | '' {
  if (product.type !== 'configurable' || !isInStock(product)) return '';
  const attributes = product.attributes.filter(({ drawnAs }) => drawnAs === 'swatch');
  if (attributes.length === 0) return '';
  const isDrawn = !usesRequireJs(request);
  const drawn = isDrawn ? drawnSwatches({ ...product, attributes }) : '';
  return html`<div class="swatch-opt-${product.id}" data-role="swatch-option-${product.id}">${drawn}</div>
    ${isDrawn ? '' : renderer(product, request)}`;
}
