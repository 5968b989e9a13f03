import { html } from 'hono/html';
import type { Attribute, ConfigurableProduct, PlainProduct } from '../catalogue/product.ts';
import { imageAddress } from '../configuration/image-address.ts';
import type { Markup } from '../pages/markup.ts';
import { printJson } from '../pages/print-json.ts';

/** What this theme has pages for. */
export type OwnThemeProduct = ConfigurableProduct | PlainProduct;

function option(attribute: Attribute, { id, label }: { id: string; label: string }): Markup {
  return html`<button type="button" class="pdp__option" data-attribute="${attribute.id}" data-option="${id}" aria-pressed="false">${label}</button>`;
}

function group(attribute: Attribute): Markup {
  return html`<fieldset class="pdp__group" data-attribute="${attribute.id}" data-name="${attribute.code}">
      <legend>${attribute.label}</legend>
      ${attribute.options.map((entry) => option(attribute, entry))}
    </fieldset>`;
}

function listChildren(product: OwnThemeProduct) {
  const children = product.type === 'configurable' ? product.children : [product];
  return children.map((child) => ({
    entity: child.id,
    code: child.sku,
    price: child.price,
    left: child.inStock ? 5 : 0,
    choice: 'choice' in child ? child.choice : {},
  }));
}

/** A product in the markup of a theme that took nothing over from Luma. */
export function ownProduct(product: OwnThemeProduct): Markup {
  const attributes = product.type === 'configurable' ? product.attributes : [];
  return html`<section class="pdp" data-entity="${product.id}" data-code="${product.sku}">
  <img class="pdp__image" src="${imageAddress(product)}" width="600" height="600" alt="${product.name}">
  <div class="pdp__facts">
    <h1 class="pdp__name">${product.name}</h1>
    <p class="pdp__price">$${product.price.toFixed(2)}</p>
    <p class="pdp__text">${product.description}</p>
    ${attributes.map(group)}
    <button type="button" class="pdp__buy">Add to bag</button>
    <div data-back-in-stock></div>
  </div>
  <script type="application/json" class="pdp__children">${printJson(listChildren(product))}</script>
</section>`;
}
