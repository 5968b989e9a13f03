import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { lumaPage } from '../luma/luma-frame.ts';
import { answerPage } from '../page/answer-page.ts';
import { type Markup, spreadPlaceholders } from '../page/markup.ts';
import { widgetTags } from '../page/widget-tags.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import {
  type ListRequest,
  listProducts,
  PRICE_RANGES,
  type PriceRange,
  readListRequest,
} from './list-request.ts';
import { listTile } from './list-tile.ts';

/** One of the lists. */
interface List {
  readonly title: string;
  readonly bodyClasses: string;
}

const BODY_CLASSES = 'page-with-filter page-products page-layout-2columns-left';

/** A category with everything in it, and search results. */
export function createListPages(sandbox: Sandbox, endpoint: string): Hono {
  const pages = new Hono();

  function showList(context: Context, list: List) {
    const address = new URL(context.req.url);
    return answerPage(context, sandbox.origin, () => {
      const request = readListRequest(address.searchParams);
      return request.isFragment ? grid(request) : listPage(list, request, address, endpoint);
    });
  }

  pages.get('/category/all', (context) =>
    showList(context, {
      title: 'Everything',
      bodyClasses: `${BODY_CLASSES} categorypath-all category-all catalog-category-view`,
    }),
  );
  pages.get('/catalogsearch/result/', (context) =>
    showList(context, {
      title: `Search results for: '${context.req.query('q') ?? ''}'`,
      bodyClasses: `${BODY_CLASSES} catalogsearch-result-index`,
    }),
  );
  return pages;
}

const HEAD = html`<link rel="stylesheet" href="/static/listing/listing.css">
<script type="module" src="/static/listing/listing.js"></script>`;

/** A list as Magento's Luma theme prints it. */
function listPage(list: List, request: ListRequest, address: URL, endpoint: string): Markup {
  const { page, isInfinite } = request;
  const tags = widgetTags(page, endpoint, undefined);
  const placeholders = spreadPlaceholders(page.placeholders);
  return lumaPage(page, {
    ...list,
    headEnd: html`${HEAD}${tags.head ?? ''}`,
    main: html`<div class="page-title-wrapper"><h1 class="page-title" id="page-title-heading"><span class="base" data-ui-id="page-title-wrapper">${list.title}</span></h1></div>
    <div class="page messages"><div data-placeholder="messages" role="alert" class="messages"></div></div>
    <div class="columns">
      <div class="column main">
        ${placeholders(0)}
        <div class="toolbar toolbar-products"><p class="toolbar-amount" id="toolbar-amount" role="status"></p></div>
        ${grid(request)}
        <div class="load-more" data-scroll="${isInfinite ? 'infinite' : 'button'}"><button type="button" class="action load-more-action">Load more</button></div>
        ${tags.belowForm}${placeholders(1)}
      </div>
      ${layeredNavigation(address)}
    </div>`,
    footer: html`${placeholders(2)}${placeholders(3)}`,
    bodyEnd: html`${tags.bodyEnd}`,
  });
}

/** The tiles. Scripts replace this element, and fetch it to add its tiles to those of the page. */
function grid(request: ListRequest): Markup {
  const products = listProducts(request);
  const classes = `products wrapper ${request.mode} products-${request.mode}`;
  if (products.length === 0) {
    return html`<div class="${classes}"><div class="message info empty"><div>We can't find products matching the selection.</div></div></div>`;
  }
  return html`<div class="${classes}">
    <ol class="products list items product-items">${products.map((product) => listTile(product, request.page))}</ol>
  </div>`;
}

const PRICE_LABELS: Readonly<Record<PriceRange, string>> = {
  '-50': '$0.00 - $49.99',
  '50-': '$50.00 and above',
};

/** The column with filters. Its links lead to the filtered list. A script changes the list without following them. */
function layeredNavigation(address: URL): Markup {
  return html`<div class="sidebar sidebar-main">
    <div class="block filter" id="layered-filter-block">
      <div class="block-title filter-title"><strong>Shop By</strong></div>
      <div class="block-content filter-content">
        <div class="filter-options-title" id="filter-price">Price</div>
        <div class="filter-options-content">
          <ol class="items" aria-labelledby="filter-price">
            ${PRICE_RANGES.map((range) => html`<li class="item"><a href="${changePrice(address, range)}">${PRICE_LABELS[range]}</a></li>`)}
          </ol>
        </div>
        <div class="block-actions filter-actions"><a href="${changePrice(address)}" class="action clear filter-clear">Clear All</a></div>
      </div>
    </div>
  </div>`;
}

/** The address of the same list with another price range, or with none. */
function changePrice(address: URL, range?: PriceRange): string {
  const changed = new URL(address);
  if (range) changed.searchParams.set('price', range);
  else changed.searchParams.delete('price');
  return `${changed.pathname}${changed.search}`;
}
