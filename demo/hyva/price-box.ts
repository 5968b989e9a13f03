import { html } from 'hono/html';
import { isInStock } from '../catalogue/is-in-stock.ts';
import type { Product } from '../catalogue/product.ts';
import type { Markup } from '../pages/markup.ts';
import { component } from './component.ts';
import type { InlineScripts } from './create-inline-scripts.ts';
import type { HyvaRequest } from './hyva-request.ts';

/** The price, also of what is sold out. Without a child to buy a configurable costs nothing, which Hyvä hides. */
export function priceBox(
  product: Product,
  { theme, hasOffer }: HyvaRequest,
  scripts: InlineScripts,
): Markup {
  const hasPrice = product.type !== 'configurable' || isInStock(product);
  const price = hasPrice ? product.price : 0;
  const availability = isInStock(product) ? 'InStock' : 'OutOfStock';
  const name = `initPrice${product.id}`;
  const register = `\nwindow.addEventListener('alpine:init', () => Alpine.data('${name}', ${name}), { once: true });`;
  const code = `function ${name}() { return initPriceBox('${product.id}', ${price}, ${isInStock(product)}); }`;
  return html`${scripts.print(theme === 'csp' ? code + register : code)}
    <div x-data="${component(theme, name)}" x-bind="eventListeners" class="price-box price-final_price">
      <div x-show="isPriceShown">
        <div class="price-container"><div class="final-price" itemprop="offers" itemscope itemtype="https://schema.org/Offer">
          ${product.type === 'configurable' ? html`<span class="price-label" :class="labelClasses">As low as:</span>` : ''}
          <span id="product-price-${product.id}" class="price-wrapper title-font"><span class="price" x-text="getFormattedFinalPrice">$${price.toFixed(2)}</span></span>
          <meta itemprop="price" content="${price}"><meta itemprop="priceCurrency" content="USD">
          ${hasOffer ? html`<link itemprop="availability" href="https://schema.org/${availability}">` : ''}
        </div></div>
      </div>
    </div>`;
}
