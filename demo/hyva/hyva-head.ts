import { html } from 'hono/html';
import type { Product } from '../catalogue/product.ts';
import type { Markup } from '../pages/markup.ts';
import type { InlineScripts } from './create-inline-scripts.ts';

/** Everything that Hyvä tells about the store; its numeric id is not among it. */
const GLOBALS = `var BASE_URL = location.origin + '/';
var CURRENT_STORE_CODE = 'default';
var CURRENT_WEBSITE_ID = '1';`;

/** The head of a product page, with the merchant's own tags last. */
export function hyvaHead(product: Product, scripts: InlineScripts, widget: Markup | ''): Markup {
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
