import { html } from 'hono/html';
import { buildConfiguration, buildSwatchConfiguration } from '../catalogue/configuration.ts';
import { type ConfigurableProduct, imageAddress, type Product } from '../catalogue/product.ts';
import { isInStock } from '../catalogue/stock.ts';
import { drawnSwatches, magentoInit } from '../luma/configurable-options.ts';
import { priceBox } from '../luma/product-info.ts';
import type { Markup } from '../page/markup.ts';
import { type PageRequest, usesRequireJs } from '../page/page-request.ts';
import { productTag } from '../page/widget-tags.ts';

/** A product in a list, as Luma's `list.phtml` prints it: without its SKU and its type. */
export function listTile(product: Product, request: PageRequest): Markup {
  const address = `/shop/${product.page}.html`;
  return html`<li class="item product product-item">
    <div class="product-item-info" id="product-item-info_${product.id}" data-container="product-grid">
      <a href="${address}" class="product photo product-item-photo" tabindex="-1"><img class="product-image-photo" src="${imageAddress(product)}" loading="lazy" width="240" height="240" alt="${product.name}"></a>
      <div class="product details product-item-details">
        <strong class="product name product-item-name"><a class="product-item-link" href="${address}">${product.name}</a></strong>
        ${priceBox(product, 'tile')}
        ${swatches(product, request)}
        <div class="product-item-inner">
          <div class="product actions product-item-actions">
            <div class="actions-primary">${action(product)}</div>
            <div data-role="add-to-links" class="actions-secondary"><a href="#" class="action towishlist" title="Add to Wish List" aria-label="Add to Wish List" data-action="add-to-wishlist" role="button"><span>Add to Wish List</span></a></div>
          </div>
        </div>
      </div>
      ${isInStock(product) ? '' : productTag(product, request)}
    </div>
  </li>`;
}

/** Attributes that are drawn as selects have no place in a tile, and a sold-out product has no swatches. */
function swatches(product: Product, request: PageRequest): Markup | '' {
  if (product.type !== 'configurable' || !isInStock(product)) return '';
  const attributes = product.attributes.filter(({ drawnAs }) => drawnAs === 'swatch');
  if (attributes.length === 0) return '';
  const isDrawn = !usesRequireJs(request);
  const drawn = isDrawn ? drawnSwatches({ ...product, attributes }) : '';
  return html`<div class="swatch-opt-${product.id}" data-role="swatch-option-${product.id}">${drawn}</div>
    ${isDrawn ? '' : swatchRenderer(product, request)}`;
}

function swatchRenderer(product: ConfigurableProduct, request: PageRequest): Markup {
  const component = {
    selectorProduct: '.product-item-details',
    onlySwatches: true,
    enableControlLabel: false,
    numberToShow: 16,
    jsonConfig: buildConfiguration(product, request),
    jsonSwatchConfig: buildSwatchConfiguration(product, request),
  };
  const selector = `[data-role=swatch-option-${product.id}]`;
  return magentoInit({ [selector]: { 'Magento_Swatches/js/swatch-renderer': component } });
}

/** The end of a tile: the button that buys the product, or the label that says it is sold out. */
function action(product: Product): Markup {
  const button = html`<button type="submit" title="Add to Cart" class="action tocart primary"><span>Add to Cart</span></button>`;
  if (!isInStock(product)) {
    return html`<div class="stock unavailable"><span>Out of stock</span></div>`;
  }
  if (!canBeBoughtHere(product)) {
    return html`<form action="/shop/${product.page}.html" method="get">${button}</form>`;
  }
  return html`<form data-role="tocart-form" data-product-sku="${product.sku}" action="/checkout/cart/add/" method="post">
    <input type="hidden" name="product" value="${product.id}">
    <input type="hidden" name="form_key" value="a1b2c3d4e5f60718">
    ${button}
  </form>`;
}

/** Whether the tile has every choice that the shopper must make before the product can be added to the cart. */
function canBeBoughtHere(product: Product): boolean {
  if (product.type === 'configurable') {
    return product.attributes.every(({ drawnAs }) => drawnAs === 'swatch');
  }
  return product.type !== 'grouped' && product.type !== 'bundle';
}
