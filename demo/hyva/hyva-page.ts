import { html } from 'hono/html';
import { imageAddress, type Product } from '../catalogue/product.ts';
import { hasPrice, isInStock, listRelated } from '../catalogue/stock.ts';
import {
  bodyClasses,
  customerSection,
  languageAttributes,
  type Markup,
  openGraph,
  spreadPlaceholders,
} from '../page/markup.ts';
import { productTag, widgetTags } from '../page/widget-tags.ts';
import { bundleOptions } from './hyva-form.ts';
import { cartIcon, hyvaInfo, stockStatus } from './hyva-info.ts';
import {
  type HyvaRequest,
  type HyvaTheme,
  type InlineScripts,
  nameComponent,
  pageAddress,
} from './hyva-theme.ts';

/** A product page as one of Hyvä's themes prints it, with the widget on it as the request says. */
export function hyvaPage(
  product: Product,
  request: HyvaRequest,
  scripts: InlineScripts,
  endpoint: string,
): Markup {
  const { theme } = request;
  const tags = widgetTags(request, endpoint, product);
  const placeholders = spreadPlaceholders(request.placeholders);
  const info = hyvaInfo(product, request, scripts, {
    belowPrice: html`${isInStock(product) ? shortcutRow(tags.placeholder) : ''}${placeholders(0)}`,
    belowForm: html`${isInStock(product) ? '' : tags.placeholder}${tags.belowForm}${placeholders(1)}`,
  });
  return html`<!doctype html>
<html ${languageAttributes(request)}>
${head(product, scripts, html`${openGraph(product)}${customerSection(request)}${tags.head}`)}
<body id="html-body" class="${bodyClasses(product, request)}">
${siteHeader(theme)}
<main id="maincontent" class="page-main">
  <div id="messages" class="container" role="alert"></div>
  <section class="product-view container">
    ${gallery(product, theme)}
    <div class="product-title"><h1 class="page-title title-font"><span class="base" data-ui-id="page-title-wrapper" itemprop="name">${product.name}</span></h1></div>
    ${info}
  </section>
  ${product.type === 'bundle' && isInStock(product) ? html`<section class="container">${bundleOptions(product, request)}</section>` : ''}
  <section id="product-description" class="container">
    <h2 class="title-font">Product Details</h2>
    <div class="card prose"><p>${product.description} Every piece is checked by hand before it leaves our workshop, and can be sent back within thirty days.</p></div>
  </section>
  ${placeholders(2)}
  ${relatedProducts(product, request)}
</main>
<footer class="page-footer"><div class="container">${placeholders(3)}<small>A demo shop. Nothing is sold here.</small></div></footer>
${themeScripts(theme)}
${productTag(product, request)}
${tags.bodyEnd}
</body>
</html>`;
}

/** The line that Hyvä has for other ways to pay below Add to Cart. The module puts its placeholder there. */
function shortcutRow(content: Markup | undefined): Markup {
  return html`<div class="flex shortcut-row">${content ?? ''}</div>`;
}

/** All that Hyvä prints about the store. The numeric id is not among it. */
const GLOBALS = `var BASE_URL = location.origin + '/';
var CURRENT_STORE_CODE = 'default';
var CURRENT_WEBSITE_ID = '1';`;

/** The head, with the merchant's own tags at its end. */
function head(product: Product, scripts: InlineScripts, widget: Markup | ''): Markup {
  return html`<head>
<meta charset="utf-8">
<title>${product.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/hyva/hyva.css">
${scripts.print(GLOBALS)}
<script src="/static/hyva/hyva.js"></script>
${widget}
</head>`;
}

function siteHeader(theme: HyvaTheme): Markup {
  const link = (page: string, text: string): Markup =>
    html`<a href="${pageAddress(page, theme)}">${text}</a>`;
  return html`<header class="page-header"><div class="container">
    <a class="logo" href="${pageAddress('trail-runner', theme)}">Fernweh Supply</a>
    <nav aria-label="Shop">${link('trail-runner', 'Shoes')}${link('harbour-jacket', 'Clothing')}${link('enamel-mug', 'Camp')}</nav>
  </div></header>`;
}

function gallery(product: Product, theme: HyvaTheme): Markup {
  return html`<div id="gallery" class="product-media" x-data="${nameComponent(theme, 'initGallery')}" x-bind="eventListeners">
    <img src="${imageAddress(product)}" width="600" height="600" alt="${product.name}" itemprop="image">
  </div>`;
}

/** The tiles of related products below a product. Their stock labels look like the product's own. */
function relatedProducts(current: Product, request: HyvaRequest): Markup {
  return html`<section id="related-products" class="product-slider container">
    <h2 class="title-font">Related Products</h2>
    <div class="product-tiles">${listRelated(current, request).map((product) => tile(product, request))}</div>
  </section>`;
}

/** Only the tile of a product that can be bought is a form. */
function tile(product: Product, request: HyvaRequest): Markup {
  if (!isInStock(product)) {
    return html`<div class="item product product-item card card-interactive" data-sku="${product.sku}">${tileContent(product, request)}</div>`;
  }
  return html`<form method="post" action="/checkout/cart/add/" class="item product product-item product_addtocart_form card card-interactive" data-sku="${product.sku}">
    <input name="form_key" type="hidden" value="a1b2c3d4e5f60718">
    <input type="hidden" name="product" value="${product.id}">
    ${tileContent(product, request)}
  </form>`;
}

function tileContent(product: Product, request: HyvaRequest): Markup {
  const address = pageAddress(product.page, request.theme);
  const action = isInStock(product)
    ? html`<button class="btn btn-primary" aria-label="Add to Cart ${product.name}" data-addto="cart">${cartIcon()}<span>Add to Cart</span></button>`
    : html`<div class="me-auto">${stockStatus(product, request)}</div>`;
  return html`<a href="${address}" title="${product.name}" class="product photo product-item-photo" tabindex="-1"><img class="product-image-photo" src="${imageAddress(product)}" width="240" height="240" loading="lazy" alt="${product.name}"></a>
    <div class="product-info product-tile-info">
      <div class="product-tile-name"><a class="product-item-link" href="${address}">${product.name}</a></div>
      ${tilePrice(product)}
      <div class="product-tile-actions">${action}<div class="product-tile-links"><button type="button" class="btn-round" aria-label="Add to Wish List ${product.name}" data-addto="wishlist">♡</button></div></div>
    </div>`;
}

function tilePrice(product: Product): Markup | '' {
  if (!hasPrice(product)) return '';
  return html`<div class="price-box price-final_price" data-role="priceBox" data-product-id="${product.id}" data-price-box="product-id-${product.id}"><span id="product-price-${product.id}" class="price-wrapper"><span class="price">$${product.price.toFixed(2)}</span></span></div>`;
}

/** The scripts that Hyvä prints into the body. Alpine is a module, so it starts after them and after those of the head. */
function themeScripts(theme: HyvaTheme): Markup {
  return html`<script src="/static/hyva/product-options.js"></script>
<script type="module" src="/static/${theme === 'csp' ? 'hyva-csp' : 'hyva'}/alpine3.min.js" defer crossorigin></script>`;
}
