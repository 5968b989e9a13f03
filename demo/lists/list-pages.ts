import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { findProduct } from '../catalogue/catalogue.ts';
import type { Product } from '../catalogue/product.ts';
import { pageHead, siteHeader } from '../luma/page-frame.ts';
import { productPage } from '../luma/product-page.ts';
import { answerPage } from '../page/answer-page.ts';
import {
  customerSection,
  type Markup,
  pageGlobals,
  spreadPlaceholders,
} from '../page/page-parts.ts';
import type { PageRequest } from '../page/page-request.ts';
import { widgetTags } from '../page/widget-tags.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import {
  type ListingRequest,
  listProducts,
  PRICE_RANGES,
  type PriceRange,
  readListingRequest,
} from './list-request.ts';
import { productTile } from './list-tile.ts';
import { quickViewFragment } from './quick-view.ts';

const LISTING_CLASSES = 'page-products page-layout-2columns-left';

const QUICK_VIEW = html`<link rel="stylesheet" href="/static/listing/modal.css">
<script type="module" src="/static/listing/start-quick-view.js"></script>`;

const NAVIGATION = html`<link rel="stylesheet" href="/static/listing/navigation.css">
<script type="module" src="/static/listing/start-navigation.js"></script>`;

/** Lists of products, and the extensions that change pages without loading them anew. */
export function createListing(sandbox: Sandbox, endpoint: string): Hono {
  const listing = new Hono();

  function showList(context: Context, describe: (address: URL) => Omit<Listing, 'address'>) {
    return answerPage(context, sandbox.origin, () => {
      const address = new URL(context.req.url);
      const request = readListingRequest(address.searchParams);
      if (request.isFragment) return productGrid(request);
      return listingPage({ ...describe(address), address }, request, endpoint);
    });
  }

  function showProduct(
    context: Context,
    print: (product: Product, request: PageRequest) => Markup | Promise<string>,
  ): Response | Promise<Response> {
    const product = findProduct(context.req.param('page'));
    if (!product) return context.text('There is no such product.', 404);
    return answerPage(context, sandbox.origin, (request) =>
      print({ ...product, name: request.name ?? product.name }, request),
    );
  }

  listing.get('/category/all', (context) =>
    showList(context, () => ({
      title: 'Everything',
      bodyClasses: `page-with-filter ${LISTING_CLASSES} categorypath-all category-all catalog-category-view`,
    })),
  );
  listing.get('/catalogsearch/result/', (context) =>
    showList(context, ({ searchParams }) => ({
      title: `Search results for: '${searchParams.get('q') ?? ''}'`,
      bodyClasses: `page-with-filter ${LISTING_CLASSES} catalogsearch-result-index`,
    })),
  );
  listing.get('/quick-view/:page', (context) =>
    showProduct(context, (product, request) => productPage(product, request, endpoint, QUICK_VIEW)),
  );
  listing.get('/quick-view-fragment/:page', (context) => showProduct(context, quickViewFragment));
  listing.get('/pwa/:page', (context) =>
    showProduct(context, (product, request) => productPage(product, request, endpoint, NAVIGATION)),
  );
  return listing;
}

/** Which list it is. */
export interface Listing {
  readonly title: string;
  readonly bodyClasses: string;
  readonly address: URL;
}

function listingScripts(): Markup {
  return html`<link rel="stylesheet" href="/static/listing/listing.css">
<link rel="stylesheet" href="/static/listing/modal.css">
<script type="module" src="/static/listing/start-listing.js"></script>`;
}

function toolbar(): Markup {
  return html`<div class="toolbar toolbar-products"><p class="toolbar-amount" id="toolbar-amount" role="status"></p></div>`;
}

/** A category or a page of search results, as Magento's Luma theme prints it. */
export function listingPage(listing: Listing, request: ListingRequest, endpoint: string): Markup {
  const { page, isInfinite } = request;
  const { isRightToLeft, isHostile } = page;
  const tags = widgetTags(page, endpoint, undefined);
  const placeholders = spreadPlaceholders(page.placeholders);
  return html`<!doctype html>
<html lang="${isRightToLeft ? 'ar' : 'en'}" ${isRightToLeft ? html`dir="rtl"` : ''} ${page.magento === '2.3.5' ? html`data-old-swatches="true"` : ''}>
${pageHead({ name: listing.title }, page, html`${listingScripts()}${tags.head ?? ''}`)}
<body data-container="body" class="${listing.bodyClasses}">
${pageGlobals(page)}
${customerSection(page)}
<div class="page-wrapper">
  ${siteHeader()}
  <main id="maincontent" class="page-main">
    <div class="page-title-wrapper"><h1 class="page-title" id="page-title-heading"><span class="base" data-ui-id="page-title-wrapper">${listing.title}</span></h1></div>
    <div class="page messages"><div data-placeholder="messages" role="alert" class="messages"></div></div>
    <div class="columns">
      <div class="column main">
        ${placeholders(0)}
        ${toolbar()}
        ${productGrid(request)}
        <div class="load-more" data-scroll="${isInfinite ? 'infinite' : 'button'}"><button type="button" class="action load-more-action">Load more</button></div>
        ${tags.belowForm}${placeholders(1)}
      </div>
      ${layeredNavigation(listing.address)}
    </div>
  </main>
  <footer class="page-footer"><div class="footer content">${placeholders(2)}${placeholders(3)}<small class="copyright"><span>A demo shop. Nothing is sold here.</span></small></div></footer>
</div>
${isHostile ? html`<aside class="hostile-overlay" aria-label="Cookies">This overlay has the highest z-index there is.</aside>` : ''}
${tags.bodyEnd}
</body>
</html>`;
}

/** The list of products: what scripts replace, and what they take more tiles from. */
export function productGrid(request: ListingRequest): Markup {
  const products = listProducts(request);
  const classes = `products wrapper ${request.mode} products-${request.mode}`;
  if (products.length === 0) {
    return html`<div class="${classes}"><div class="message info empty"><div>We can't find products matching the selection.</div></div></div>`;
  }
  return html`<div class="${classes}">
    <ol class="products list items product-items">${products.map((product) => productTile(product, request.page))}</ol>
  </div>`;
}

const LABELS: Readonly<Record<PriceRange, string>> = {
  '-50': '$0.00 - $49.99',
  '50-': '$50.00 and above',
};

/** The address of the same list with another price range, or with none. */
function changePrice(address: URL, range?: PriceRange): string {
  const changed = new URL(address);
  if (range) changed.searchParams.set('price', range);
  else changed.searchParams.delete('price');
  return `${changed.pathname}${changed.search}`;
}

/** The column with filters. A script takes over its links, which lead to the same list without it. */
export function layeredNavigation(address: URL): Markup {
  return html`<div class="sidebar sidebar-main">
    <div class="block filter" id="layered-filter-block">
      <div class="block-title filter-title"><strong>Shop By</strong></div>
      <div class="block-content filter-content">
        <div class="filter-options-title" id="filter-price">Price</div>
        <div class="filter-options-content">
          <ol class="items" aria-labelledby="filter-price">
            ${PRICE_RANGES.map((range) => html`<li class="item"><a href="${changePrice(address, range)}">${LABELS[range]}</a></li>`)}
          </ol>
        </div>
        <div class="block-actions filter-actions"><a href="${changePrice(address)}" class="action clear filter-clear">Clear All</a></div>
      </div>
    </div>
  </div>`;
}
