import { html } from 'hono/html';
import type { Markup } from './markup.ts';
import type { PageRequest } from './page-request.ts';

/** Fills what Magento keeps of the shopper in the browser, before anything on the page reads it. */
export function customerSection({ customer = 'none' }: PageRequest): Markup {
  return html`<script src="/static/shop/customer-data.js" data-customer="${customer}"></script>`;
}
