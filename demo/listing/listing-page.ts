import { html } from 'hono/html';
import { customerSection } from '../pages/customer-section.ts';
import type { Markup } from '../pages/markup.ts';
import { pageGlobals } from '../pages/page-globals.ts';
import { pageHead } from '../pages/page-head.ts';
import { siteHeader } from '../pages/site-header.ts';
import { spreadPlaceholders } from '../pages/spread-placeholders.ts';
import { widgetTags } from '../pages/widget-tags.ts';
import { layeredNavigation } from './layered-navigation.ts';
import type { ListingRequest } from './listing-request.ts';
import { productGrid } from './product-grid.ts';

/** Which list it is. */
export interface Listing {
  readonly title: string;
  readonly bodyClasses: string;
  readonly address: URL;
}

function listingScripts(): Markup {
  return html`<link rel="stylesheet" href="/static/listing/listing.css">
<script type="module" src="/static/listing/listing.js"></script>`;
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
