import { html } from 'hono/html';
import type { Markup } from './markup.ts';
import type { PageRequest } from './page-request.ts';
import { usesRequireJs } from './security-policy.ts';

/** Luma's scripts, or those of Breeze in their place; none where a strict policy forbids them. */
function pageScripts(request: PageRequest): Markup | '' {
  if (request.isBreeze) {
    return html`<script src="/static/jquery.js"></script>
<script src="/static/breeze/bundle.js" data-delay="${String(request.delay)}"></script>`;
  }
  if (!usesRequireJs(request)) return '';
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
<link rel="stylesheet" href="/static/luma/luma.css">
${request.isHostile ? hostile : ''}
${pageScripts(request)}
${widget}
</head>`;
}
