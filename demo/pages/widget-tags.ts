import { html } from 'hono/html';
import type { Product } from '../catalogue/product.ts';
import { moduleTags } from '../module/module-tags.ts';
import type { Markup } from './markup.ts';
import type { PageRequest, Way } from './page-request.ts';
import { printAttributes } from './print-attributes.ts';
import { printJson } from './print-json.ts';
import type { TagsByPlace } from './tags-by-place.ts';
import { widgetSettings } from './widget-settings.ts';

type Settings = Readonly<Record<string, unknown>>;

const BUNDLE = '/dist/back-in-stock.js';

/** Whether attributes can say all of it: they hold texts and numbers. */
function isFlat(settings: Settings): boolean {
  return Object.values(settings).every((value) => ['string', 'number'].includes(typeof value));
}

/** The mark by which the script knows the shop's own JSON tag, on both. */
function printMark({ mark }: Settings): Markup | '' {
  return mark === undefined ? '' : html`data-mark="${mark}"`;
}

function printJsonTag(settings: Settings): Markup {
  return html`<script type="application/json" data-back-in-stock-config ${printMark(settings)}>${printJson(settings)}</script>`;
}

function printScript(settings: Settings, loading: 'defer' | 'async' | ''): Markup {
  const attributes = printAttributes(settings);
  const json = isFlat(settings) ? '' : printJsonTag(settings);
  return html`${json}<script ${loading} src="${BUNDLE}" ${attributes}></script>`;
}

/** The ways for which it makes no difference what the page is about. */
const builders: Readonly<Record<Exclude<Way, 'module'>, (settings: Settings) => TagsByPlace>> = {
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

/** The tags that put the widget on the page in the way that was asked for; a list is the page of no product. */
export function widgetTags(
  request: PageRequest,
  endpoint: string,
  product: Product | undefined,
): TagsByPlace {
  const { way } = request;
  if (way === 'module') return moduleTags(request, endpoint, product);
  return builders[way](widgetSettings(request, endpoint));
}
