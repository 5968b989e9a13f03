import { html } from 'hono/html';
import type { Markup } from '../pages/markup.ts';
import { PRICE_RANGES, type PriceRange } from './listing-request.ts';

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
