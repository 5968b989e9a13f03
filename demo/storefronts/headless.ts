import { Hono } from 'hono';
import { html } from 'hono/html';
import { findProduct } from '../catalogue/catalogue.ts';
import { childImageAddress, imageAddress, type Product } from '../catalogue/product.ts';
import { describeProduct } from '../catalogue/product-data.ts';
import { listMembers } from '../catalogue/stock.ts';
import { answerProductPage } from '../page/answer-page.ts';
import { languageAttributes, type Markup, printJson } from '../page/markup.ts';
import type { PageRequest } from '../page/page-request.ts';
import { widgetSettings } from '../page/widget-settings.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** A storefront that has only its data from Magento. */
export function createHeadless(sandbox: Sandbox, endpoint: string): Hono {
  const headless = new Hono();
  headless.get('/headless/:page', (context) => {
    const form = context.req.query('product') === 'function' ? 'function' : 'object';
    return answerProductPage(context, sandbox.origin, (_product, request) =>
      headlessPage(request, form, endpoint),
    );
  });
  headless.get('/headless-data/:page', (context) => {
    const product = findProduct(context.req.param('page'));
    return product ? context.json(describePage(product)) : context.notFound();
  });
  return headless;
}

/** The setting `product` can be an object or a function. */
type ProductForm = 'object' | 'function';

/** The one page of the storefront. Its script draws the product that the address names. */
function headlessPage(request: PageRequest, form: ProductForm, endpoint: string): Markup {
  const trigger = { classes: 'notify', width: '100%' };
  const settings = widgetSettings(request, endpoint, { store: '1', trigger });
  return html`<!doctype html>
<html ${languageAttributes(request)}>
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

/** What must be on the page before the storefront's script, which imports the ES module itself. */
function loader({ way }: PageRequest): Markup | '' {
  if (way === 'esm' || way === 'none') return '';
  if (way !== 'require') return html`<script src="/dist/back-in-stock.js"></script>`;
  return html`<script src="/static/require.js"></script>
<script src="/static/luma/requirejs-config.js"></script>`;
}

/** The data with which the storefront draws the page of a product. */
function describePage(product: Product) {
  return {
    page: product.page,
    price: product.price,
    description: product.description,
    image: imageAddress(product),
    /** Price and picture of each variant, by its id. */
    items: Object.fromEntries(listItems(product)),
    product: describeProduct(product),
  };
}

function listItems(product: Product) {
  if (product.type === 'configurable') {
    return product.children.map((child) => {
      const image = childImageAddress(product, child);
      return [child.id, { price: child.price, image }] as const;
    });
  }
  const items = product.type === 'grouped' ? listMembers(product.members) : [product];
  return items.map((item) => [item.id, { price: item.price, image: imageAddress(item) }] as const);
}
