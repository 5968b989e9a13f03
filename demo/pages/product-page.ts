import { html } from 'hono/html';
import type { Product } from '../catalogue/product.ts';
import { imageAddress } from '../configuration/image-address.ts';
import { productTag } from '../product-tag/product-tag.ts';
import { bodyClasses } from './body-classes.ts';
import { customerSection } from './customer-section.ts';
import type { Markup } from './markup.ts';
import { pageGlobals, productProvider } from './page-globals.ts';
import { pageHead } from './page-head.ts';
import type { PageRequest } from './page-request.ts';
import { productForm } from './product-form.ts';
import { bareProductInfo, productInfo } from './product-info.ts';
import { relatedProducts } from './related-products.ts';
import { usesRequireJs } from './security-policy.ts';
import { siteHeader } from './site-header.ts';
import { spreadPlaceholders } from './spread-placeholders.ts';
import { widgetTags } from './widget-tags.ts';

function media(product: Product): Markup {
  return html`<div class="product media">
    <div class="gallery-placeholder" data-gallery-role="gallery-placeholder"><img class="gallery-placeholder__image" src="${imageAddress(product)}" width="600" height="600" alt="${product.name}"></div>
  </div>`;
}

/** Where Luma puts the form of a bundle: below the picture, folded away until the shopper asks for it. */
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

/**
 * Unfolds the form of a bundle, and can replace the area by a copy. Trusted Types forbid a script to insert a
 * copy that has script elements, also when these are only data.
 */
function areaScript(product: Product, request: PageRequest): Markup | '' {
  if (request.isBare) return '';
  if (product.type !== 'bundle' && !usesRequireJs(request)) return '';
  return html`<script src="/static/shop/product-area.js"></script>`;
}

/**
 * A product page as Magento's Luma theme prints it, with the widget put in as the request says, and
 * with what an extension of the shop adds to its head.
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
    belowPrice: html`${placeholders(0)}`,
    belowForm: html`${tags.belowForm}${placeholders(1)}`,
  });
  return html`<!doctype html>
<html lang="${request.isRightToLeft ? 'ar' : 'en'}" ${request.isRightToLeft ? html`dir="rtl"` : ''} ${request.magento === '2.3.5' ? html`data-old-swatches="true"` : ''}>
${pageHead(product, request, html`${extension}${tags.head ?? ''}`)}
<body data-container="body" class="${bodyClasses(product, request)}">
${pageGlobals(request)}
${customerSection(request)}
<div class="page-wrapper">
  ${siteHeader()}
  <main id="maincontent" class="page-main">
    <div class="page messages"><div data-placeholder="messages" role="alert" class="messages"></div></div>
    <div class="columns"><div class="column main">
      ${info}
      ${areaScript(product, request)}
      ${media(product)}
      ${bundleForm(product, request)}
      ${details(product)}
      ${placeholders(2)}
      ${relatedProducts(product, request)}
      ${productProvider(product)}
    </div></div>
  </main>
  <footer class="page-footer"><div class="footer content">${placeholders(3)}<small class="copyright"><span>A demo shop. Nothing is sold here.</span></small></div></footer>
</div>
${request.isHostile ? html`<aside class="hostile-overlay" aria-label="Cookies">This overlay has the highest z-index there is.</aside>` : ''}
${productTag(product, request)}
${tags.bodyEnd}
</body>
</html>`;
}
