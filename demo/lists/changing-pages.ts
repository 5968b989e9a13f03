import { Hono } from 'hono';
import { html } from 'hono/html';
import { imageAddress, type Product } from '../catalogue/product.ts';
import { productForm } from '../luma/product-form.ts';
import { productInfo } from '../luma/product-info.ts';
import { productPage } from '../luma/product-page.ts';
import { answerProductPage } from '../page/answer-page.ts';
import type { Markup } from '../page/markup.ts';
import type { PageRequest } from '../page/page-request.ts';
import { productTag } from '../page/widget-tags.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

const QUICK_VIEW = html`<link rel="stylesheet" href="/static/listing/listing.css">
<script type="module" src="/static/listing/quick-view.js"></script>`;

const NAVIGATION = html`<link rel="stylesheet" href="/static/listing/listing.css">
<script type="module" src="/static/listing/fetched-pages.js"></script>`;

/** Product pages with an extension that shows other products without loading a page: in a quick view, or in place. */
export function createChangingPages(sandbox: Sandbox, endpoint: string): Hono {
  const pages = new Hono();
  pages.get('/quick-view/:page', (context) =>
    answerProductPage(context, sandbox.origin, (product, request) =>
      productPage(product, request, endpoint, QUICK_VIEW),
    ),
  );
  pages.get('/quick-view-fragment/:page', (context) =>
    answerProductPage(context, sandbox.origin, quickView),
  );
  pages.get('/pwa/:page', (context) =>
    answerProductPage(context, sandbox.origin, (product, request) =>
      productPage(product, request, endpoint, NAVIGATION),
    ),
  );
  return pages;
}

/** What the extension fetches for its quick view. */
async function quickView(product: Product, request: PageRequest): Promise<string> {
  if (request.quickView === 'tag') return ownQuickView(product, request);
  const printed = magentoQuickView(product, request);
  return request.quickView === 'renamed' ? renameIds(String(await printed)) : printed;
}

/** The product as on its own page, without the rest of the page. */
function magentoQuickView(product: Product, request: PageRequest): Markup {
  // The form of a bundle is outside the column.
  const bundleForm = product.type === 'bundle' ? productForm(product, request) : '';
  return html`<div class="quick-view">
    <div class="product media"><div class="gallery-placeholder"><img class="gallery-placeholder__image" src="${imageAddress(product)}" width="400" height="400" alt="${product.name}"></div></div>
    ${productInfo(product, request, { belowPrice: '', belowForm: '' })}
    ${bundleForm}
  </div>`;
}

/** Markup of the extension's own, in which only the tag with product data says which product it shows. */
function ownQuickView(product: Product, request: PageRequest): Markup {
  return html`<div class="quick-view">
    <img class="gallery-placeholder__image" src="${imageAddress(product)}" width="400" height="400" alt="${product.name}">
    <div class="preview">
      <h1 class="preview-name">${product.name}</h1>
      <p class="preview-price">$${product.price.toFixed(2)}</p>
      <p>${product.description}</p>
      <p><a href="/shop/${product.page}">All about it</a></p>
      ${productTag(product, { ...request, data: 'tag', way: 'script' })}
    </div>
  </div>`;
}

/** Renames every id and every reference to one, so that the page has no id twice and Magento's components still work. */
function renameIds(markup: string): string {
  return markup
    .replaceAll(/(\s(?:id|for|form|aria-labelledby)=")/g, '$1quickview_')
    .replaceAll('"#product_addtocart_form"', '"#quickview_product_addtocart_form"');
}
