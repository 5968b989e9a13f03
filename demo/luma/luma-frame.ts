import { html } from 'hono/html';
import { customerSection, languageAttributes, type Markup, pageGlobals } from '../page/markup.ts';
import { type PageRequest, usesRequireJs } from '../page/page-request.ts';

/** What one page of Luma puts into the frame that all of them share. */
interface LumaContent {
  readonly title: string;
  readonly bodyClasses: string;
  /** Follows the scripts of the shop, so that `define.amd` is there when the widget's tags run. */
  readonly headEnd: Markup;
  readonly main: Markup;
  readonly footer: Markup;
  readonly bodyEnd: Markup;
}

/** A page in the frame of Magento's Luma theme. */
export function lumaPage(request: PageRequest, content: LumaContent): Markup {
  const { isHostile, magento } = request;
  return html`<!doctype html>
<html ${languageAttributes(request)} ${magento === '2.3.5' ? html`data-old-swatches="true"` : ''}>
${head(request, content)}
<body data-container="body" class="${content.bodyClasses}">
${pageGlobals(request)}
${customerSection(request)}
<div class="page-wrapper">
  ${siteHeader()}
  <main id="maincontent" class="page-main">
    ${content.main}
  </main>
  <footer class="page-footer"><div class="footer content">${content.footer}<small class="copyright"><span>A demo shop. Nothing is sold here.</span></small></div></footer>
</div>
${isHostile ? html`<aside class="hostile-overlay" aria-label="Cookies">This overlay has the highest z-index there is.</aside>` : ''}
${content.bodyEnd}
</body>
</html>`;
}

function head(request: PageRequest, { title, headEnd }: LumaContent): Markup {
  const hostile = html`<link rel="stylesheet" href="/static/shop/hostile.css">
<script src="/static/shop/hostile.js"></script>`;
  return html`<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/luma/luma.css">
${request.isHostile ? hostile : ''}
${pageScripts(request)}
${headEnd}
</head>`;
}

/** Luma's scripts, or Breeze's; none where a strict policy forbids them. */
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

function siteHeader(): Markup {
  return html`<header class="page-header">
    <div class="header content">
      <a class="logo" href="/shop/trail-runner" aria-label="Fernweh Supply">Fernweh Supply</a>
      <nav class="navigation" aria-label="Shop"><a href="/shop/trail-runner">Shoes</a><a href="/shop/harbour-jacket">Clothing</a><a href="/shop/enamel-mug">Camp</a></nav>
    </div>
  </header>`;
}

/** The page behind the link beside the consent box. */
export function privacyPage(): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Privacy policy</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/luma/luma.css">
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
