import { html } from 'hono/html';
import type { Product } from '../catalogue/product.ts';
import { hasPrice, isInStock } from '../catalogue/stock.ts';
import { foreignCard, hasStockLabel, type InfoSlots, type Markup } from '../page/markup.ts';
import type { PageRequest } from '../page/page-request.ts';
import { productForm } from './product-form.ts';

/** The column with everything about the product, as Luma prints it. */
export function productInfo(product: Product, request: PageRequest, slots: InfoSlots): Markup {
  return html`<div class="product-info-main">
    <div class="page-title-wrapper product">
      <h1 class="page-title"><span class="base" data-ui-id="page-title-wrapper" itemprop="name">${product.name}</span></h1>
    </div>
    ${priceAndStock(product, request)}
    ${product.type === 'bundle' && isInStock(product) ? bundleActions() : ''}
    ${slots.belowPrice}
    <div class="product attribute overview"><div class="value" itemprop="description"><p>${product.description}</p></div></div>
    ${product.type === 'bundle' ? '' : productForm(product, request)}
    ${slots.belowForm}
    ${request.hasForeignCard ? foreignCard(product) : ''}
    <div class="product-social-links">
      <div class="product-addto-links" data-role="add-to-links">
        <a href="#" class="action towishlist" data-action="add-to-wishlist"><span>Add to Wish List</span></a>
      </div>
    </div>
  </div>`;
}

/** The same in the markup of a theme that has little left of Luma. */
export function bareProductInfo(product: Product, request: PageRequest, slots: InfoSlots): Markup {
  return html`<section class="pdp">
    <header class="pdp-head"><h1>${product.name}</h1><p class="pdp-price">$${product.price.toFixed(2)}</p>${stockLabel(product, request)}</header>
    ${slots.belowPrice}
    <article class="pdp-text"><p>${product.description}</p></article>
    ${productForm(product, request)}
    ${slots.belowForm}
    ${request.hasForeignCard ? foreignCard(product) : ''}
  </section>`;
}

function priceAndStock(product: Product, request: PageRequest): Markup {
  return html`<div class="product-info-price">
    ${priceBox(product)}
    <div class="product-info-stock-sku">
      ${stockLabel(product, request)}
      <div class="product attribute sku">
        <strong class="type">SKU</strong>
        <div class="value" itemprop="sku">${product.sku}</div>
      </div>
    </div>
  </div>`;
}

function stockLabel(product: Product, request: PageRequest): Markup | '' {
  if (!hasStockLabel(request)) return '';
  const [state, text] = isInStock(product)
    ? ['available', 'In stock']
    : ['unavailable', 'Out of stock'];
  // Magento has a separate template for bundles.
  if (product.type === 'bundle') {
    return html`<p class="stock ${state}" title="Availability"><span>${text}</span></p>`;
  }
  return html`<div class="stock ${state}" title="Availability"><span>${text}</span></div>`;
}

/** Leads to the form of a bundle, which is outside the column. Luma prints it only for a bundle in stock. */
function bundleActions(): Markup {
  return html`<div class="bundle-actions"><button id="bundle-slide" class="action primary customize" type="button"><span>Customize and Add to Cart</span></button></div>`;
}

/** What Magento prints before a price that depends on the shopper's choice. */
const PRICE_LABELS: Partial<Record<Product['type'], string>> = {
  bundle: 'From',
  configurable: 'As low as',
  grouped: 'Starting at',
};

/** The price of a product. On the product's own page Luma puts no label before the price of a configurable one. */
export function priceBox(product: Product, place: 'page' | 'tile' = 'page'): Markup | '' {
  if (!hasPrice(product)) return '';
  const { id, price, type } = product;
  const label = type === 'configurable' && place === 'page' ? undefined : PRICE_LABELS[type];
  return html`<div class="price-box price-final_price" data-role="priceBox" data-product-id="${id}" data-price-box="product-id-${id}">
    <span class="price-container">${label ? html`<span class="price-label">${label}</span> ` : ''}<span id="product-price-${id}" data-price-amount="${price}" data-price-type="finalPrice" class="price-wrapper"><span class="price">$${price.toFixed(2)}</span></span></span>
  </div>`;
}
