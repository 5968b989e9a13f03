import { randomBytes } from 'node:crypto';
import { html } from 'hono/html';
import { hasSoldOut } from '../catalogue/has-sold-out.ts';
import type { Product } from '../catalogue/product.ts';
import type { Markup } from '../pages/markup.ts';
import type { PageRequest } from '../pages/page-request.ts';
import type { TagsByPlace } from '../pages/tags-by-place.ts';
import { widgetSettings } from '../pages/widget-settings.ts';
import { describeAsModule } from './describe-as-module.ts';
import { describeConfiguration } from './describe-configuration.ts';
import { leaveOutCleared } from './leave-out-cleared.ts';
import { printHexJson } from './print-hex-json.ts';
import { MODULE_FILES } from './serve-module.ts';
import { listSoldOutTiles } from './sold-out-tiles.ts';

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
