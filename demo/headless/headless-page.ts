import { html } from 'hono/html';
import type { Markup } from '../pages/markup.ts';
import type { PageRequest } from '../pages/page-request.ts';
import { printJson } from '../pages/print-json.ts';
import { widgetSettings } from '../pages/widget-settings.ts';

/** In which of its two forms the setting `product` is given. */
export type ProductForm = 'object' | 'function';

function loader({ way }: PageRequest): Markup | '' {
  if (way === 'esm' || way === 'none') return '';
  if (way !== 'require') return html`<script src="/dist/back-in-stock.js"></script>`;
  return html`<script src="/static/require.js"></script>
<script src="/static/luma/requirejs-config.js"></script>`;
}

/** The one page of a storefront that draws everything itself: nothing on it comes from Magento. */
export function headlessPage(request: PageRequest, form: ProductForm, endpoint: string): Markup {
  const trigger = { classes: 'notify', width: '100%' };
  const settings = widgetSettings(request, endpoint, { store: '1', trigger });
  return html`<!doctype html>
<html lang="en" ${request.isRightToLeft ? html`dir="rtl"` : ''}>
<head>
<meta charset="utf-8">
<title>Fernweh</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/headless/storefront.css">
${loader(request)}
<script type="application/json" id="widget-settings">${printJson({ way: request.way, form, settings })}</script>
<script type="module" src="/static/headless/storefront.js"></script>
</head>
<body>
<header class="bar">
  <a class="brand" href="/headless/trail-runner">fernweh</a>
  <nav aria-label="Shop"><a href="/headless/trail-runner">Runner</a><a href="/headless/harbour-jacket">Jacket</a><a href="/headless/camp-lantern">Lantern</a><a href="/headless/campsite-set">Set</a></nav>
</header>
<main id="storefront"></main>
<footer class="foot"><small>A storefront of its own. Nothing is sold here.</small></footer>
</body>
</html>`;
}
