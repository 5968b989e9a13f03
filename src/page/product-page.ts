import { log, logError } from '../guard.ts';
import { mayBeOffered } from '../product/offer.ts';
import type { Product, Selection } from '../product/product.ts';
import { readProductData, readText } from '../product/product-data.ts';
import type { PageAdapter, Reading, Remember, SoldOutOption } from './adapter.ts';
import { ADAPTERS, MERCHANTS } from './adapters.ts';
import { findAreas, findProductForm, isInArea, isProductPage } from './areas.ts';
import { isSelector } from './document.ts';
import { type ProductIdentity, readProductIdentity } from './product-identity.ts';
import { isForInner, isForPage, type ProductTag, readProductTags } from './product-tags.ts';
import { SOLD_OUT_LABEL } from './stock.ts';
import { findSoldOutTiles } from './tiles.ts';

export { addAdapter } from './adapters.ts';
export { forgetPage, watchPage } from './watch-page.ts';

/** What the page shows at one moment about one of its products. */
export interface ProductArea {
  /** The part of the page that is about the product: the whole page (`<html>`), a quick view, or a tile. */
  readonly area: Element;
  /** Whether the area is a tile of a list. The widget reads more about its product when a shopper presses the button. */
  readonly isTile: boolean;
  readonly product: Product;
  /** Whether the product has a variant to offer, or may have one once all its variants are known. */
  readonly mayBeOffered: boolean;
  readonly selection: Selection;
  /** The options that the page shows as sold out and does not let a shopper choose. */
  readonly soldOutOptions: Iterable<SoldOutOption>;
}

/** The settings that the reading of a page depends on, as the merchant wrote them. */
export interface ReaderSettings {
  readonly product?: unknown;
  readonly listing?: unknown;
  readonly stockLabel?: unknown;
}

/** What the reading of one page needs, from its first reading to its last. */
export interface PageReader {
  /** The page's `<html>`. */
  readonly root: Element;
  /** The `data-mark` of the page's own product tag; empty when the shop has no mark. */
  readonly mark: string;
  readonly settings: ReaderSettings;
  readonly always: Reading;
  /** The product that each area was last about. */
  readonly last: WeakMap<Element, Product>;
}

/**
 * Creates the reader of a page.
 *
 * @param mark The `data-mark` of the page's own product tag; empty when the shop has no mark.
 */
export function createPageReader(
  page: Document,
  mark: string,
  settings: ReaderSettings,
): PageReader {
  const { stockLabel } = settings;
  return {
    root: page.documentElement,
    mark,
    settings,
    always: {
      remember: createMemory(),
      soldOutLabel: stockLabel ? readStockLabel(page, stockLabel) : SOLD_OUT_LABEL,
    },
    last: new WeakMap(),
  };
}

/** Reads the page as it is now. Leaves out areas whose product is not known. */
export function readPage(reader: PageReader): ProductArea[] {
  const { root, mark, settings, always } = reader;
  const areas = findAreas(root);
  const tags = readProductTags(root, mark, always.remember);
  const found: ProductArea[] = [];
  for (const element of areas) {
    try {
      const area = readArea(reader, element, tags);
      if (area) found.push(area);
    } catch (error) {
      logError(error);
    }
  }
  if (!settings.listing) return found;
  const own = new Set(found.map(({ product }) => product));
  const others = tags.filter(({ product }) => !own.has(product));
  for (const [area, product] of findSoldOutTiles(root, others, mark, always)) {
    found.push({ area, product, ...AS_TILE });
  }
  return found;
}

/** A tile shows no selection of its own. */
const AS_TILE = { isTile: true, mayBeOffered: true, selection: {}, soldOutOptions: [] } as const;

/** Returns undefined when the product of the area is not known. */
function readArea(
  reader: PageReader,
  area: Element,
  tags: readonly ProductTag[],
): ProductArea | undefined {
  const { always, last } = reader;
  const form = findProductForm(area);
  const identity = readProductIdentity(area, form);
  const reading: Reading = { ...always, form, identity };
  const adapter = findAdapter(area, reading);
  const product = readGiven(reader, area, tags, identity) || adapter?.read(area, reading);
  const known = product ?? (adapter && readLast(reader, area, identity));
  if (!known) {
    last.delete(area);
    const fault = adapter?.findFault?.(area, reading);
    if (fault) log(`product ${identity?.id || identity?.sku}: ${fault}`, 'warn');
    return undefined;
  }
  last.set(area, known);
  const isOffered = mayBeOffered(known);
  // The selection matters only when something is sold out.
  const asked = isOffered ? adapter : undefined;
  const selection = asked?.readSelection?.(area, reading) ?? {};
  const soldOutOptions = asked?.findSoldOutOptions?.(area, reading) ?? [];
  return {
    area,
    product: known,
    isTile: false,
    mayBeOffered: isOffered,
    selection,
    soldOutOptions,
  };
}

/** Returns the product that the merchant's code gives for the page, else the one that the server has printed for the area. */
function readGiven(
  { root, mark, settings: { product: own } }: PageReader,
  area: Element,
  tags: readonly ProductTag[],
  identity: ProductIdentity | undefined,
): Product | undefined {
  const isPage = area === root;
  const given =
    own !== undefined && isPage
      ? readProductData('product', () => (typeof own === 'function' ? own() : own))
      : undefined;
  if (given) return given;
  for (const tag of tags) {
    const isFor = isPage ? isForPage(tag) : isForInner(tag, area, mark);
    if (isFor && isAbout(tag, area, identity)) return tag.product;
  }
  return undefined;
}

/**
 * Returns the last known product while the page is about the same product and lacks its configuration: between the
 * removal of Magento's script and the start of its widget, and while a theme redraws the product area.
 */
function readLast(
  { last }: PageReader,
  area: Element,
  identity: ProductIdentity | undefined,
): Product | undefined {
  const known = last.get(area);
  return known?.id === identity?.id ? known : undefined;
}

/** Where the page names no product, only a merchant's adapter can read one. */
function findAdapter(area: Element, reading: Reading): PageAdapter | undefined {
  for (const candidate of reading.identity ? [...MERCHANTS, ...ADAPTERS] : MERCHANTS) {
    if (candidate.matches(area, reading)) return candidate;
  }
  return undefined;
}

/** Returns the selector of Magento's own label, and adds the merchant's selector of the theme's label when it is valid. */
function readStockLabel(page: Document, given: unknown): string {
  const selector = readText(given);
  if (selector && isSelector(page, selector)) return `${SOLD_OUT_LABEL}, ${selector}`;
  if (selector) log(`stockLabel cannot be "${selector}". Give a CSS selector.`);
  return SOLD_OUT_LABEL;
}

/**
 * Whether the server has printed the tag for the product of the area. For an area without id and SKU only a tag inside
 * the area counts.
 */
function isAbout(
  { tag, product }: ProductTag,
  area: Element,
  identity: ProductIdentity | undefined,
): boolean {
  if (identity?.id) return product.id === identity.id;
  if (identity) return product.sku === identity.sku;
  const isPage = area.matches(':root');
  return (!isPage || isProductPage(area)) && isInArea(area, tag);
}

/** Caches each made value for its key. When `make` returned undefined, the next call retries. */
function createMemory(): Remember {
  const memory = new WeakMap<object, { readonly value: unknown; readonly version: unknown }>();
  return <Value>(key: object, make: () => Value, version?: unknown) => {
    const known = memory.get(key);
    if (known?.value !== undefined && known.version === version) return known.value as Value;
    const value = make();
    memory.set(key, { value, version });
    return value;
  };
}
