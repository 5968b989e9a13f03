import { html, raw } from 'hono/html';
import type { Product } from '../catalogue/product.ts';
import { describeProduct } from '../catalogue/product-data.ts';
import { moduleTags } from '../module/module-tags.ts';
import { type Markup, printJson } from './markup.ts';
import type { PageRequest, Way } from './page-request.ts';
import { type Settings, widgetSettings } from './widget-settings.ts';

/** The tags of the widget, by their place on the page. */
export interface TagsByPlace {
  readonly head?: Markup;
  /** In the column with the product's name, below the form. */
  readonly belowForm?: Markup;
  /** Where the module keeps the place of the button free, which depends on the theme. */
  readonly placeholder?: Markup | undefined;
  readonly bodyEnd?: Markup;
}

/** The tags that put the widget on the page in the way that the request asks for. A list has no product. */
export function widgetTags(
  request: PageRequest,
  endpoint: string,
  product: Product | undefined,
): TagsByPlace {
  const { way } = request;
  if (way === 'module') return moduleTags(request, endpoint, product);
  return TAGS[way](widgetSettings(request, endpoint));
}

const BUNDLE = '/dist/back-in-stock.js';

/** The tags of each way that is the same for every product. */
const TAGS: Readonly<Record<Exclude<Way, 'module'>, (settings: Settings) => TagsByPlace>> = {
  script: (settings) => ({ head: printScript(settings, 'defer') }),
  'script-async': (settings) => ({ head: printScript(settings, 'async') }),
  'script-end': (settings) => ({ bodyEnd: printScript(settings, '') }),
  'script-late': (settings) => ({
    bodyEnd: html`<script src="/static/ways/start-widget.js" data-way="append-late" data-configuration="${JSON.stringify(settings)}"></script>`,
  }),
  'script-json': (settings) => ({
    head: html`${printJsonTag(settings)}<script defer src="${BUNDLE}" ${printMark(settings)}></script>`,
  }),
  'script-twice': (settings) => ({
    head: html`${printScript(settings, 'defer')}${printScript(settings, 'defer')}`,
  }),
  'script-init': (settings) => ({
    bodyEnd: html`<script src="${BUNDLE}"></script>
      <script src="/static/ways/start-widget.js" data-way="init" data-configuration="${JSON.stringify(settings)}"></script>`,
  }),
  requirejs: (settings) => ({
    bodyEnd: html`<script type="text/x-magento-init">${printJson({ '*': { backInStock: settings } })}</script>`,
  }),
  'mage-init': (settings) => ({
    belowForm: html`<div data-mage-init="${JSON.stringify({ backInStock: settings })}"></div>`,
  }),
  require: (settings) => ({
    bodyEnd: html`<script src="/static/ways/start-widget.js" data-way="require-late" data-configuration="${JSON.stringify(settings)}"></script>`,
  }),
  esm: (settings) => ({
    head: html`<script type="application/json" id="module-configuration">${printJson(settings)}</script>
      <script type="module" src="/static/ways/import-module.js"></script>`,
  }),
  none: () => ({}),
};

/** The script tag with its settings as attributes, and a JSON tag before it where attributes cannot hold them all. */
function printScript(settings: Settings, loading: 'defer' | 'async' | ''): Markup {
  const isFlat = Object.values(settings).every((value) =>
    ['string', 'number'].includes(typeof value),
  );
  const json = isFlat ? '' : printJsonTag(settings);
  return html`${json}<script ${loading} src="${BUNDLE}" ${printAttributes(settings)}></script>`;
}

function printJsonTag(settings: Settings): Markup {
  return html`<script type="application/json" data-back-in-stock-config ${printMark(settings)}>${printJson(settings)}</script>`;
}

/** The script takes a JSON tag only when both have the same mark. */
function printMark({ mark }: Settings): Markup | '' {
  return mark === undefined ? '' : html`data-mark="${mark}"`;
}

/** Prints plain values as `data-` attributes, and leaves out groups of settings. */
function printAttributes(settings: Settings): readonly Markup[] {
  return Object.entries(settings)
    .filter(([key, value]) => /^\w+$/.test(key) && typeof value !== 'object')
    .map(([key, value]) => html`${toAttributeName(key)}="${String(value)}" `);
}

function toAttributeName(key: string): string {
  return `data-${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * The tag with product data that a merchant prints, where the request asks for one. The Magento module prints its own for
 * the product of the page.
 */
export function productTag(product: Product, { data = 'none', way }: PageRequest): Markup | '' {
  if (data === 'none' || way === 'module') return '';
  return html`<script type="application/json" data-back-in-stock-product>${printProductData(product, data)}</script>`;
}

function printProductData(product: Product, kind: PageRequest['data']) {
  const data = describeProduct(product);
  if (kind === 'wrong') return printJson({ ...data, variants: data.variants.length });
  const json = String(printJson(data));
  return raw(kind === 'broken' ? json.slice(0, json.length / 2) : json);
}
