import { html } from 'hono/html';
import { buildConfiguration, buildSwatchConfiguration } from '../catalogue/configuration.ts';
import { type ConfigurableProduct, imageAddress, type Product } from '../catalogue/product.ts';
import { productTag } from '../catalogue/product-data.ts';
import { isInStock } from '../catalogue/stock.ts';
import { drawnSwatches } from '../luma/configurable-options.ts';
import { priceBox } from '../luma/product-info.ts';
import { usesRequireJs } from '../page/answer-page.ts';
import { type Markup, printJson } from '../page/page-parts.ts';
import type { PageRequest } from '../page/page-request.ts';

/** A product in a list, as Luma's `list.phtml` prints it: without its SKU, and without its type. */
export function productTile(product: Product, request: PageRequest): Markup {
  const address = `/shop/${product.page}.html`;
  // Magento prints no price for a configurable whose children are all sold out.
  const hasPrice = product.type !== 'configurable' || isInStock(product);
  return html`<li class="item product product-item">
    <div class="product-item-info" id="product-item-info_${product.id}" data-container="product-grid">
      <a href="${address}" class="product photo product-item-photo" tabindex="-1"><img class="product-image-photo" src="${imageAddress(product)}" loading="lazy" width="240" height="240" alt="${product.name}"></a>
      <div class="product details product-item-details">
        <strong class="product name product-item-name"><a class="product-item-link" href="${address}">${product.name}</a></strong>
        ${hasPrice ? priceBox(product, 'tile') : ''}
        ${tileSwatches(product, request)}
        <div class="product-item-inner">
          <div class="product actions product-item-actions">
            <div class="actions-primary">${tileAction(product)}</div>
            <div data-role="add-to-links" class="actions-secondary"><a href="#" class="action towishlist" title="Add to Wish List" aria-label="Add to Wish List" data-action="add-to-wishlist" role="button"><span>Add to Wish List</span></a></div>
          </div>
        </div>
      </div>
      ${isInStock(product) ? '' : productTag(product, request)}
    </div>
  </li>`;
}

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

function addToCartButton(): Markup {
  return html`<button type="submit" title="Add to Cart" class="action tocart primary"><span>Add to Cart</span></button>`;
}

/** Whether the tile has all that a shopper must choose before it can be added to the cart. */
function canBeBoughtHere(product: Product): boolean {
  if (product.type === 'configurable') {
    return product.attributes.every(({ drawnAs }) => drawnAs === 'swatch');
  }
  return product.type !== 'grouped' && product.type !== 'bundle';
}

/** What stands at the end of a tile: how to buy the product, or that it is sold out. */
export function tileAction(product: Product): Markup {
  if (!isInStock(product)) {
    return html`<div class="stock unavailable"><span>Out of stock</span></div>`;
  }
  if (!canBeBoughtHere(product)) {
    return html`<form action="/shop/${product.page}.html" method="get">${addToCartButton()}</form>`;
  }
  return html`<form data-role="tocart-form" data-product-sku="${product.sku}" action="/checkout/cart/add/" method="post">
    <input type="hidden" name="product" value="${product.id}">
    <input type="hidden" name="form_key" value="a1b2c3d4e5f60718">
    ${addToCartButton()}
  </form>`;
}
