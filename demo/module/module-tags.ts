import { randomBytes } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { ProductData } from '../../src/product/product-data.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { Product } from '../catalogue/product.ts';
import { describeProduct } from '../catalogue/product-data.ts';
import { hasSoldOut, isInStock } from '../catalogue/stock.ts';
import type { Markup } from '../page/page-parts.ts';
import type { PageRequest } from '../page/page-request.ts';
import { widgetSettings } from '../page/widget-settings.ts';
import type { TagsByPlace } from '../page/widget-tags.ts';
import { MODULE_FILES } from '../static-files.ts';
import { describeConfiguration, leaveOutCleared } from './module-configuration.ts';

/** As Magento's page renderer prints a deferred script, blanks included. */
function script(mark: string): Markup {
  return html`<script  type="text/javascript"  defer="true" data-mark="${mark}" data-form-url="${MODULE_FILES}/js/back-in-stock.form.min.js" src="${MODULE_FILES}/js/back-in-stock.min.js"></script>`;
}

function printProduct(product: Product, variantId: unknown, mark: string): Markup {
  return html`<script type="application/json" data-back-in-stock-product data-mark="${mark}">${printHexJson(describeAsModule(product, variantId))}</script>`;
}

function printTile(product: Product, variantId: unknown, mark: string): Markup {
  return html`<script type="application/json" data-back-in-stock-product="tile" data-mark="${mark}">${printHexJson(describeAsModule(product, variantId))}</script>`;
}

/** Whether a page is to get the widget (magento/Model/ScriptPages.php); those without a product of their own are lists. */
function isWanted(
  { scriptPages }: PageRequest,
  product: Product | undefined,
  isListing: boolean,
): boolean {
  if (isListing || scriptPages === 'every') return true;
  return product !== undefined && (scriptPages === 'products' || hasSoldOut(product));
}

/**
 * What the Magento module puts on a page, with the options as if they were set in the admin. Only the endpoint is none
 * that it would print: that of the sandbox.
 */
export function moduleTags(
  request: PageRequest,
  endpoint: string,
  product: Product | undefined,
): TagsByPlace {
  const standard = describeConfiguration(request.options.api);
  const settings = leaveOutCleared(widgetSettings(request, endpoint, standard), standard);
  const isListing = settings.listing === true;
  if (!isWanted(request, product, isListing)) return {};
  const tiles = product && isListing ? listSoldOutTiles(product, request) : [];
  // A new word for each page, of as many characters as the module's.
  const mark = randomBytes(8).toString('hex');
  return {
    head: script(mark),
    bodyEnd: html`<script type="application/json" data-back-in-stock-config data-mark="${mark}">${printHexJson(settings)}</script>
${product ? printProduct(product, settings.variantId, mark) : ''}${tiles.map((tile) => printTile(tile, settings.variantId, mark))}`,
  };
}

type Described = ProductData['variants'][number];

/** For each attribute the id of the option alone. */
function listIds(options: NonNullable<Described['options']>): Described['options'] {
  return Object.fromEntries(
    Object.entries(options).map(([attribute, option]) => [attribute, Object(option).id]),
  );
}

/**
 * A product as the module tells it (magento/Model/ProductData/). Children that are sold out may stand nowhere else in the
 * shop, so their names are told only where shoppers choose by them, and their SKUs only where Klaviyo knows them by these.
 * Of children that can be bought, nobody reads the labels.
 */
export function describeAsModule(product: Product, variantId: unknown): ProductData {
  const data = describeProduct(product);
  const isConfigurable = product.type === 'configurable';
  if (!isConfigurable && product.type !== 'grouped') return data;
  const trim = ({ id, sku, name, options, salable }: Described): Described => ({
    id,
    ...(variantId === 'sku' && { sku }),
    ...(!isConfigurable && { name }),
    ...(options && { options: salable ? listIds(options) : options }),
    salable,
  });
  return { ...data, variants: data.variants.map(trim) };
}

/**
 * The related products of the page that are sold out, for which the module prints product data: Luma's tiles do not say
 * it. Hyvä's do, and its lists are blocks of other names, which the module does not look at.
 */
export function listSoldOutTiles(current: Product, request: PageRequest): readonly Product[] {
  if (request.stock === 'hidden' || 'theme' in request) return [];
  return CATALOGUE.filter((product) => product.id !== current.id && !isInStock(product)).slice(
    0,
    2,
  );
}

const ESCAPED: Readonly<Record<string, string>> = { '/': '\\/', '<': '\\u003C', '>': '\\u003E' };

function toCodeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** JSON as Magento's `JsonHexTag` prints it: pure ASCII, in which no text can end the element it stands in. */
export function printHexJson(value: unknown) {
  const json = JSON.stringify(value);
  return raw(
    json.replaceAll(
      /[/<>\u0080-\uffff]/g,
      (character) => ESCAPED[character] ?? toCodeUnit(character),
    ),
  );
}
