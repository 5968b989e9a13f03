import { html } from 'hono/html';
import { imageAddress, type Product } from '../catalogue/product.ts';
import { isInStock, listRelated } from '../catalogue/stock.ts';
import {
  bodyClasses,
  type Markup,
  openGraph,
  printJson,
  spreadPlaceholders,
} from '../page/markup.ts';
import { type PageRequest, usesRequireJs } from '../page/page-request.ts';
import { productTag, widgetTags } from '../page/widget-tags.ts';
import { lumaPage } from './luma-frame.ts';
import { productForm } from './product-form.ts';
import { bareProductInfo, priceBox, productInfo } from './product-info.ts';

/**
 * A product page as Magento's Luma theme prints it, with the widget on it as the request says. `extension` is what an
 * extension of the shop adds to the head.
 */
export function productPage(
  product: Product,
  request: PageRequest,
  endpoint: string,
  extension: Markup | '' = '',
): Markup {
  const tags = widgetTags(request, endpoint, product);
  const placeholders = spreadPlaceholders(request.placeholders);
  const printInfo = request.isBare ? bareProductInfo : productInfo;
  const info = printInfo(product, request, {
    belowPrice: html`${product.type === 'bundle' ? tags.placeholder : ''}${placeholders(0)}`,
    belowForm: html`${product.type === 'bundle' ? '' : tags.placeholder}${tags.belowForm}${placeholders(1)}`,
  });
  return lumaPage(request, {
    title: product.name,
    bodyClasses: bodyClasses(product, request),
    headEnd: html`${openGraph(product)}${extension}${tags.head ?? ''}`,
    main: html`<div class="page messages"><div data-placeholder="messages" role="alert" class="messages"></div></div>
    <div class="columns"><div class="column main">
      ${info}
      ${areaScript(product, request)}
      ${media(product)}
      ${bundleForm(product, request)}
      ${details(product)}
      ${placeholders(2)}
      ${relatedProducts(product, request)}
      ${productProvider(product)}
    </div></div>`,
    footer: html`${placeholders(3)}`,
    bodyEnd: html`${productTag(product, request)}
${tags.bodyEnd}`,
  });
}

/**
 * Unfolds the form of a bundle, and can replace the area by a copy. Trusted Types forbid a script to insert a copy that has
 * script elements, even if these are only data.
 */
function areaScript(product: Product, request: PageRequest): Markup | '' {
  if (request.isBare) return '';
  if (product.type !== 'bundle' && !usesRequireJs(request)) return '';
  return html`<script src="/static/shop/product-area.js"></script>`;
}

function media(product: Product): Markup {
  return html`<div class="product media">
    <div class="gallery-placeholder" data-gallery-role="gallery-placeholder"><img class="gallery-placeholder__image" src="${imageAddress(product)}" width="600" height="600" alt="${product.name}"></div>
  </div>`;
}

/** Luma puts the form of a bundle below the picture, folded until the shopper opens it. */
function bundleForm(product: Product, request: PageRequest): Markup | '' {
  if (product.type !== 'bundle' || request.isBare) return '';
  return html`<div class="bundle-options-container">${productForm(product, request)}</div>`;
}

function details(product: Product): Markup {
  return html`<div class="product info detailed">
    <div class="product data items">
      <h2 class="data item title">Details</h2>
      <div class="data item content"><p>${product.description} Every piece is checked by hand before it leaves our workshop, and can be sent back within thirty days.</p></div>
    </div>
  </div>`;
}

/** The tiles of related products below a product. Nothing in them says which products are sold out. */
export function relatedProducts(current: Product, request: PageRequest): Markup {
  const tiles = listRelated(current, request).map((product) => tile(product, request));
  return html`<div class="block related">
    <div class="block-title title"><strong id="block-related-heading" role="heading" aria-level="2">Related Products</strong></div>
    <div class="block-content content" aria-labelledby="block-related-heading">
      <div class="products wrapper grid products-grid products-related"><ol class="products list items product-items">${tiles}</ol></div>
    </div>
  </div>`;
}

/** Shoppers must choose something of these products first, so they cannot be added to the cart from a tile. */
const COMPOSITE_TYPES: readonly Product['type'][] = ['configurable', 'grouped', 'bundle'];

/** Luma's template prints a stock label only in tiles with an Add to Cart button, which these tiles do not have. */
function tile(product: Product, request: PageRequest): Markup {
  const canBeBought = isInStock(product);
  const isSelectable = canBeBought && !COMPOSITE_TYPES.includes(product.type);
  return html`<li class="item product product-item">
    <div class="product-item-info ${isSelectable ? 'related-available' : ''}" id="product-item-info_${product.id}">
      <a href="/shop/${product.page}" class="product photo product-item-photo"><img class="product-image-photo" src="${imageAddress(product)}" width="160" height="160" alt="${product.name}"></a>
      <div class="product details product-item-details">
        <strong class="product name product-item-name"><a class="product-item-link" title="${product.name}" href="/shop/${product.page}">${product.name}</a></strong>
        ${priceBox(product, 'tile')}
      </div>
      ${canBeBought || request.data !== 'tag' ? '' : productTag(product, request)}
    </div>
  </li>`;
}

/** The data of the product that Magento prints for its lists of recently viewed products. */
function productProvider(product: Product): Markup {
  const item = {
    id: product.id,
    name: product.name,
    type: product.type,
    is_salable: isInStock(product) ? '1' : '',
    is_available: isInStock(product),
    store_id: 1,
    url: `/shop/${product.page}`,
  };
  const data = {
    items: { [product.id]: item },
    store: '1',
    currency: 'USD',
    productCurrentScope: 'website',
  };
  const provider = { 'Magento_Catalog/js/product/view/provider': { data } };
  return html`<script type="text/x-magento-init">${printJson({ '*': provider })}</script>`;
}
