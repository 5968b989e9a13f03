import { html } from 'hono/html';
import type { Product } from '../catalogue/product.ts';
import { imageAddress } from '../configuration/image-address.ts';
import { bodyClasses } from '../pages/body-classes.ts';
import { customerSection } from '../pages/customer-section.ts';
import type { Markup } from '../pages/markup.ts';
import { spreadPlaceholders } from '../pages/spread-placeholders.ts';
import { widgetTags } from '../pages/widget-tags.ts';
import { productTag } from '../product-tag/product-tag.ts';
import { bundleOptions } from './bundle-options.ts';
import { component } from './component.ts';
import type { InlineScripts } from './create-inline-scripts.ts';
import { hyvaHead } from './hyva-head.ts';
import type { HyvaRequest } from './hyva-request.ts';
import type { HyvaTheme } from './hyva-theme.ts';
import { pageAddress } from './page-address.ts';
import { productInfo } from './product-info.ts';
import { relatedProducts } from './related-products.ts';

function siteHeader(theme: HyvaTheme): Markup {
  const link = (page: string, text: string): Markup =>
    html`<a href="${pageAddress(page, theme)}">${text}</a>`;
  return html`<header class="page-header"><div class="container">
    <a class="logo" href="${pageAddress('trail-runner', theme)}">Fernweh Supply</a>
    <nav aria-label="Shop">${link('trail-runner', 'Shoes')}${link('harbour-jacket', 'Clothing')}${link('enamel-mug', 'Camp')}</nav>
  </div></header>`;
}

function gallery(product: Product, theme: HyvaTheme): Markup {
  return html`<div id="gallery" class="product-media" x-data="${component(theme, 'initGallery')}" x-bind="eventListeners">
    <img src="${imageAddress(product)}" width="600" height="600" alt="${product.name}" itemprop="image">
  </div>`;
}

/** The scripts that Hyvä prints into the body. Alpine is a module, so it starts after them and after the head's. */
function themeScripts(theme: HyvaTheme): Markup {
  return html`<script src="/static/hyva/product-options.js"></script>
<script type="module" src="/static/${theme === 'csp' ? 'hyva-csp' : 'hyva'}/alpine3.min.js" defer crossorigin></script>`;
}

/** A product page as one of Hyvä's themes prints it, with the widget put in as the request says. */
export function hyvaPage(
  product: Product,
  request: HyvaRequest,
  scripts: InlineScripts,
  endpoint: string,
): Markup {
  const { theme } = request;
  const tags = widgetTags(request, endpoint, product);
  const placeholders = spreadPlaceholders(request.placeholders);
  const info = productInfo(product, request, scripts, {
    belowPrice: html`${placeholders(0)}`,
    belowForm: html`${tags.belowForm}${placeholders(1)}`,
  });
  const hasBundleOptions = product.type === 'bundle' && product.inStock;
  return html`<!doctype html>
<html lang="en">
${hyvaHead(product, scripts, html`${customerSection(request)}${tags.head}`)}
<body id="html-body" class="${bodyClasses(product, request)}">
${siteHeader(theme)}
<main id="maincontent" class="page-main">
  <div id="messages" class="container" role="alert"></div>
  <section class="product-view container">
    ${gallery(product, theme)}
    <div class="product-title"><h1 class="page-title title-font"><span class="base" data-ui-id="page-title-wrapper" itemprop="name">${product.name}</span></h1></div>
    ${info}
  </section>
  ${hasBundleOptions ? html`<section class="container">${bundleOptions(product, request)}</section>` : ''}
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
