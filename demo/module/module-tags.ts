import { randomBytes } from 'node:crypto';
import { html, raw } from 'hono/html';
import { type Language, LOCALES } from '../../build/locales.ts';
import { DEFAULT_TEXTS, type Texts } from '../../src/configuration/texts.ts';
import { chooseLanguage } from '../../src/loading/language.ts';
import type { Product } from '../catalogue/product.ts';
import { describeAsModule } from '../catalogue/product-data.ts';
import { hasSoldOut, isInStock, listRelated } from '../catalogue/stock.ts';
import type { Markup } from '../page/markup.ts';
import type { PageRequest } from '../page/page-request.ts';
import type { Settings } from '../page/widget-settings.ts';
import { widgetSettings } from '../page/widget-settings.ts';
import type { TagsByPlace } from '../page/widget-tags.ts';
import { MODULE_FILES } from '../static-files.ts';
import { describeConfiguration, leaveOutCleared } from './module-configuration.ts';
import { printPlaceholder } from './placeholder.ts';

/**
 * The tags that the Magento module prints on a page, with the options of the request as settings of the admin. Only the
 * endpoint is none that the module would print: it is the sandbox's.
 */
export function moduleTags(
  request: PageRequest,
  endpoint: string,
  product: Product | undefined,
): TagsByPlace {
  const standard = describeConfiguration(request.options.api);
  const settings = translateTexts(
    leaveOutCleared(widgetSettings(request, endpoint, standard), standard),
    request.language,
  );
  const isListing = settings.listing === true;
  if (!isWanted(request, product, isListing)) return {};
  const tiles = product && isListing ? listSoldOutTiles(product, request) : [];
  const placeholder = product && printPlaceholder(product, settings);
  // A new mark for each page, as long as the module's.
  const mark = randomBytes(8).toString('hex');
  const print = (described: Product, place?: 'tile') =>
    printProduct(describeAsModule(described, settings.variantId), mark, place);
  return {
    head: html`${isListing ? printStyles('back-in-stock.tiles') : ''}${placeholder ? printStyles('back-in-stock') : ''}${printScript(mark)}`,
    placeholder,
    bodyEnd: html`<script type="application/json" data-back-in-stock-config data-mark="${mark}">${printHexJson(settings)}</script>
${product ? print(product) : ''}${tiles.map((tile) => print(tile, 'tile'))}`,
  };
}

/** Magento translates the texts that the merchant has left as they are. */
function translateTexts(settings: Settings, tag: string): Settings {
  const language = chooseLanguage(tag);
  if (!language) return settings;
  const set = Object(settings.texts);
  const translated = Object.entries(LOCALES[language as Language]).filter(([name]) => {
    const text = set[name];
    return text === undefined || text === DEFAULT_TEXTS[name as keyof Texts];
  });
  return { ...settings, texts: { ...set, ...Object.fromEntries(translated) } };
}

/** Whether a page gets the widget (magento/Model/ScriptPages.php). A page without a product is a list. */
function isWanted(
  { scriptPages }: PageRequest,
  product: Product | undefined,
  isListing: boolean,
): boolean {
  if (isListing || scriptPages === 'every') return true;
  return product !== undefined && (scriptPages === 'products' || hasSoldOut(product));
}

/**
 * The sold-out related products, for which the module prints product data because Luma's tiles do not say that they are
 * sold out. Hyvä's tiles do, and the module does not know the names of Hyvä's blocks.
 */
function listSoldOutTiles(current: Product, request: PageRequest): readonly Product[] {
  if ('theme' in request) return [];
  return listRelated(current, request).filter((product) => !isInStock(product));
}

/** A stylesheet that keeps the place of buttons free, as Magento's page renderer prints it. */
function printStyles(name: string): Markup {
  return html`<link  rel="stylesheet" type="text/css"  media="all" href="${MODULE_FILES}/css/${name}.min.css">
`;
}

/** The script tag as Magento's page renderer prints a deferred one, including its blanks. */
function printScript(mark: string): Markup {
  return html`<script  type="text/javascript"  defer="true" data-mark="${mark}" data-form-url="${MODULE_FILES}/js/back-in-stock.form.min.js" src="${MODULE_FILES}/js/back-in-stock.min.js"></script>`;
}

function printProduct(data: unknown, mark: string, place?: 'tile'): Markup {
  const value = place ? html`="${place}"` : '';
  return html`<script type="application/json" data-back-in-stock-product${value} data-mark="${mark}">${printHexJson(data)}</script>`;
}

const ESCAPED: Readonly<Record<string, string>> = { '/': '\\/', '<': '\\u003C', '>': '\\u003E' };

/** JSON as Magento's `JsonHexTag` prints it: pure ASCII, in which no text can end the script element. */
export function printHexJson(value: unknown) {
  const json = JSON.stringify(value);
  return raw(
    json.replaceAll(
      /[/<>\u0080-\uffff]/g,
      (character) => ESCAPED[character] ?? toCodeUnit(character),
    ),
  );
}

function toCodeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
