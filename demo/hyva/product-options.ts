import { html } from 'hono/html';
import type { Attribute, ConfigurableProduct } from '../catalogue/product.ts';
import type { Markup } from '../pages/markup.ts';
import { component } from './component.ts';
import type { InlineScripts } from './create-inline-scripts.ts';
import { CSP_OPTION_BINDINGS } from './csp-option-bindings.ts';
import { defaultOptionBindings } from './default-option-bindings.ts';
import { dropdown } from './dropdown.ts';
import type { HyvaRequest } from './hyva-request.ts';
import { optionsRoot } from './options-root.ts';
import { swatches } from './swatches.ts';

/** The options of a configurable product: nothing but templates until Alpine starts them. */
export function productOptions(
  product: ConfigurableProduct,
  { theme, ...rest }: HyvaRequest,
  scripts: InlineScripts,
): Markup {
  const root = optionsRoot(product, { theme, ...rest });
  const hasSwatches = product.attributes.some((attribute) => attribute.drawnAs === 'swatch');
  const draw = (attribute: Attribute): Markup => {
    const bindings =
      theme === 'csp' ? CSP_OPTION_BINDINGS : defaultOptionBindings(product.id, attribute.id);
    return attribute.drawnAs === 'swatch'
      ? swatches(attribute, bindings, theme, product.id)
      : dropdown(attribute, bindings, theme, !hasSwatches);
  };
  return html`${scripts.print(root.code)}
    <div x-data="${component(theme, root.name)}" ${root.attributes} class="product-options relative mb-6" x-defer="intersect">
      <h2 class="title-font">${hasSwatches ? 'Product Options:' : 'Options'}</h2>
      <div>${product.attributes.map(draw)}</div>
    </div>`;
}
