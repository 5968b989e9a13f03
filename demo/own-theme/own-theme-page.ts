import { html } from 'hono/html';
import { customerSection } from '../pages/customer-section.ts';
import type { Markup } from '../pages/markup.ts';
import { pageGlobals } from '../pages/page-globals.ts';
import type { PageRequest } from '../pages/page-request.ts';
import { type OwnThemeProduct, ownProduct } from './own-product.ts';
import { ownThemeTags } from './own-theme-tags.ts';

/** A product page of a Magento shop whose theme has markup of its own. */
export function ownThemePage(
  product: OwnThemeProduct,
  request: PageRequest,
  endpoint: string,
): Markup {
  const kind = product.type === 'configurable' ? 'page-product-configurable ' : '';
  return html`<!doctype html>
<html lang="en" ${request.isRightToLeft ? html`dir="rtl"` : ''}>
<head>
<meta charset="utf-8">
<title>${product.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/own-theme/own-theme.css">
</head>
<body class="${kind}catalog-product-view">
${pageGlobals(request)}
${customerSection(request)}
<header class="top"><a class="top__name" href="/own-theme/trail-runner">FERNWEH</a></header>
<main>
${ownProduct(product)}
</main>
<footer class="end"><small>A theme of its own. Nothing is sold here.</small></footer>
<script type="module" src="/static/own-theme/own-theme.js"></script>
${ownThemeTags(request, endpoint)}
</body>
</html>`;
}
