import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Product } from '../catalogue/product.ts';
import { answerPage } from '../pages/answer-page.ts';
import type { Markup } from '../pages/markup.ts';
import type { PageRequest } from '../pages/page-request.ts';
import { productPage } from '../pages/product-page.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';
import { findProduct } from './find-product.ts';
import { type Listing, listingPage } from './listing-page.ts';
import { productGrid } from './product-grid.ts';
import { quickViewFragment } from './quick-view-fragment.ts';
import { readListingRequest } from './read-listing-request.ts';

const LISTING_CLASSES = 'page-products page-layout-2columns-left';

const QUICK_VIEW = html`<link rel="stylesheet" href="/static/listing/listing.css">
<script type="module" src="/static/listing/quick-view.js"></script>`;

const NAVIGATION = html`<link rel="stylesheet" href="/static/listing/listing.css">
<script type="module" src="/static/listing/fetched-pages.js"></script>`;

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
