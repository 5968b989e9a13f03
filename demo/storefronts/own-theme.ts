import { Hono } from 'hono';
import { html } from 'hono/html';
import { findProduct } from '../catalogue/catalogue.ts';
import {
  type Attribute,
  type ConfigurableProduct,
  imageAddress,
  type PlainProduct,
} from '../catalogue/product.ts';
import { isInStock } from '../catalogue/stock.ts';
import { answerPage, renameProduct } from '../page/answer-page.ts';
import {
  customerSection,
  languageAttributes,
  type Markup,
  pageGlobals,
  printJson,
} from '../page/markup.ts';
import type { PageRequest } from '../page/page-request.ts';
import { widgetSettings } from '../page/widget-settings.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** The products for which this theme has a page. */
type OwnThemeProduct = ConfigurableProduct | PlainProduct;

/** A shop whose theme the widget can read only with an adapter. */
export function createOwnTheme(sandbox: Sandbox, endpoint: string): Hono {
  const ownTheme = new Hono();
  ownTheme.get('/own-theme/:page', (context) => {
    const product = findProduct(context.req.param('page'));
    if (!product || product.type === 'grouped' || product.type === 'bundle') {
      return context.text('This theme has no page for such a product.', 404);
    }
    return answerPage(context, sandbox.origin, (request) =>
      ownThemePage(renameProduct(product, request), request, endpoint),
    );
  });
  return ownTheme;
}

/** A product page of Magento in the theme's own markup. */
function ownThemePage(product: OwnThemeProduct, request: PageRequest, endpoint: string): Markup {
  const type = product.type === 'configurable' ? 'page-product-configurable ' : '';
  return html`<!doctype html>
<html ${languageAttributes(request)}>
<head>
<meta charset="utf-8">
<title>${product.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/own-theme/own-theme.css">
</head>
<body class="${type}catalog-product-view">
${pageGlobals(request)}
${customerSection(request)}
<header class="top"><a class="top__name" href="/own-theme/trail-runner">FERNWEH</a></header>
<main>
${productSection(product)}
</main>
<footer class="end"><small>A theme of its own. Nothing is sold here.</small></footer>
<script type="module" src="/static/own-theme/own-theme.js"></script>
${widgetTags(request, endpoint)}
</body>
</html>`;
}

function productSection(product: OwnThemeProduct): Markup {
  const attributes = product.type === 'configurable' ? product.attributes : [];
  return html`<section class="pdp" data-entity="${product.id}" data-code="${product.sku}">
  <img class="pdp__image" src="${imageAddress(product)}" width="600" height="600" alt="${product.name}">
  <div class="pdp__facts">
    <h1 class="pdp__name">${product.name}</h1>
    <p class="pdp__price">$${product.price.toFixed(2)}</p>
    <p class="pdp__text">${product.description}</p>
    ${attributes.map(optionGroup)}
    <button type="button" class="pdp__buy">Add to bag</button>
    <div data-back-in-stock></div>
  </div>
  <script type="application/json" class="pdp__children">${printJson(describeChildren(product))}</script>
</section>`;
}

function optionGroup({ id, code, label, options }: Attribute): Markup {
  const buttons = options.map(
    (option) =>
      html`<button type="button" class="pdp__option" data-attribute="${id}" data-option="${option.id}" aria-pressed="false">${option.label}</button>`,
  );
  return html`<fieldset class="pdp__group" data-attribute="${id}" data-name="${code}">
      <legend>${label}</legend>
      ${buttons}
    </fieldset>`;
}

function describeChildren(product: OwnThemeProduct) {
  const children = product.type === 'configurable' ? product.children : [product];
  return children.map((child) => ({
    entity: child.id,
    code: child.sku,
    price: child.price,
    left: isInStock(child) ? 5 : 0,
    choice: 'choice' in child ? child.choice : {},
  }));
}

const ADAPTER = '/static/own-theme/adapter.js';

/** The tags of the widget, and the theme's adapter for it. */
function widgetTags(request: PageRequest, endpoint: string): Markup | '' {
  const trigger = { classes: 'pdp__notify', width: '100%' };
  const settings = widgetSettings(request, endpoint, { trigger });
  const configuration = JSON.stringify(settings);
  switch (request.way) {
    case 'none':
      return '';
    case 'esm':
      return html`<script type="application/json" id="module-configuration" data-adapter="${ADAPTER}">${printJson(settings)}</script>
<script type="module" src="/static/ways/import-module.js"></script>`;
    case 'require':
      return html`<script src="/static/require.js"></script>
<script src="/static/luma/requirejs-config.js"></script>
<script src="/static/ways/start-widget.js" data-way="require" data-adapter="${ADAPTER}" data-configuration="${configuration}"></script>`;
    default:
      return html`<script src="/dist/back-in-stock.js"></script>
<script src="${ADAPTER}"></script>
<script src="/static/ways/start-widget.js" data-way="init" data-configuration="${configuration}"></script>`;
  }
}
