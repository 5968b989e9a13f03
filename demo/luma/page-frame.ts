import { html } from 'hono/html';
import { usesRequireJs } from '../page/answer-page.ts';
import type { Markup } from '../page/page-parts.ts';
import type { PageRequest } from '../page/page-request.ts';

/** Luma's scripts, those of Breeze in their place, or under a strict policy the little that keeps the drawn swatches alive. */
function pageScripts(request: PageRequest): Markup {
  if (request.isBreeze) {
    return html`<script src="/static/jquery.js"></script>
<script src="/static/breeze/bundle.js" data-delay="${String(request.delay)}"></script>`;
  }
  if (!usesRequireJs(request)) {
    return html`<script defer src="/static/shop/plain-swatches.js"></script>`;
  }
  return html`<script src="/static/require.js"></script>
<script src="/static/luma/requirejs-config.js"></script>
<script src="/static/luma/start.js" data-delay="${String(request.delay)}"></script>`;
}

/** The head of a page. The widget's tags come last, where `define.amd` is there already. */
export function pageHead(
  { name }: { readonly name: string },
  request: PageRequest,
  widget: Markup | '',
): Markup {
  const hostile = html`<link rel="stylesheet" href="/static/shop/hostile.css">
<script src="/static/shop/hostile.js"></script>`;
  return html`<head>
<meta charset="utf-8">
<title>${name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/shop/base.css">
<link rel="stylesheet" href="/static/shop/product.css">
<link rel="stylesheet" href="/static/shop/options.css">
<link rel="stylesheet" href="/static/shop/composite.css">
<link rel="stylesheet" href="/static/shop/below.css">
${request.isHostile ? hostile : ''}
${pageScripts(request)}
${widget}
</head>`;
}

/** The head of every page of the shop. */
export function siteHeader(): Markup {
  return html`<header class="page-header">
    <div class="header content">
      <a class="logo" href="/shop/trail-runner" aria-label="Fernweh Supply">Fernweh Supply</a>
      <nav class="navigation" aria-label="Shop"><a href="/shop/trail-runner">Shoes</a><a href="/shop/harbour-jacket">Clothing</a><a href="/shop/enamel-mug">Camp</a></nav>
    </div>
  </header>`;
}

/** What a shopper reads who follows the link beside the consent. */
export function privacyPage(): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Privacy policy</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/shop/base.css">
</head>
<body>
${siteHeader()}
<main class="page-main">
  <h1>Privacy policy</h1>
  <p>Who asks to be told when a product is back leaves an e-mail address. We use it for that, and for our newsletter where the box was ticked.</p>
  <p>This is a demo shop: the address goes to a sandbox on this computer, which forgets it when it is stopped.</p>
</main>
</body>
</html>`;
}
