import { Hono } from 'hono';
import { html } from 'hono/html';
import { findProduct } from '../catalogue/catalogue.ts';
import { imageAddress, type Product } from '../catalogue/product.ts';
import { describeProduct } from '../catalogue/product-data.ts';
import { listMembers } from '../catalogue/stock.ts';
import { answerPage } from '../page/answer-page.ts';
import { type Markup, printJson } from '../page/page-parts.ts';
import type { PageRequest } from '../page/page-request.ts';
import { widgetSettings } from '../page/widget-settings.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** A storefront that has nothing of Magento but its data. */
export function createHeadless(sandbox: Sandbox, endpoint: string): Hono {
  const headless = new Hono();
  headless.get('/headless/:page', async (context) => {
    if (!findProduct(context.req.param('page'))) {
      return context.text('There is no such product.', 404);
    }
    const form = context.req.query('product') === 'function' ? 'function' : 'object';
    return answerPage(context, sandbox.origin, (request) => headlessPage(request, form, endpoint));
  });
  headless.get('/headless-data/:page', (context) => {
    const product = findProduct(context.req.param('page'));
    return product ? context.json(describePage(product)) : context.notFound();
  });
  return headless;
}

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
<script type="module" src="/static/headless/start-storefront.js"></script>
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

interface Item {
  readonly price: number;
  readonly image: string;
}

function listItems(product: Product): Readonly<Record<string, Item>> {
  if (product.type === 'configurable') {
    const colours = product.attributes.find(({ code }) => code === 'color');
    return Object.fromEntries(
      product.children.map(({ id, price, choice }) => {
        const colour = colours?.options.find((option) => option.id === choice[colours.id]);
        return [id, { price, image: imageAddress(product, colour?.label) }];
      }),
    );
  }
  const items = product.type === 'grouped' ? listMembers(product.members) : [product];
  return Object.fromEntries(
    items.map((item) => [item.id, { price: item.price, image: imageAddress(item) }]),
  );
}

/** What a storefront that is not Magento's fetches to draw the page of a product. */
export function describePage(product: Product) {
  return {
    page: product.page,
    price: product.price,
    description: product.description,
    image: imageAddress(product),
    /** Price and picture of each variant, by its id. */
    items: listItems(product),
    product: describeProduct(product),
  };
}
