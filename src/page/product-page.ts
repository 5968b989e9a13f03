import { guard, log } from '../guard.ts';
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

/** What the page says at one moment about one of its products. */
export interface ProductArea {
  /** The part of the page that is about it: all of it (`<html>`), a quick view, or a tile. */
  readonly area: Element;
  /** Whether it is a tile of a list, of which more is found out when its button is pressed. */
  readonly isTile: boolean;
  readonly product: Product;
  readonly selection: Selection;
  /** The options that the page shows as sold out and does not let a shopper choose. */
  readonly soldOutOptions: Iterable<SoldOutOption>;
}

/** The settings that the reading of a page depends on, as the merchant wrote them. */
export interface PageSettings {
  readonly product?: unknown;
  readonly listing?: unknown;
  readonly stockLabel?: unknown;
}

/**
 * Makes the reader of a page. It leaves out the areas of which the product is not known.
 *
 * @param mark What the product tag of the page itself carries in `data-mark`; empty when the shop has no mark.
 */
export function createPageReader(
  page: Document,
  mark: string,
  { product: own, listing, stockLabel }: PageSettings,
): () => ProductArea[] {
  const remember = createMemory();
  const always: Reading = {
    remember,
    soldOutLabel: stockLabel ? readStockLabel(page, stockLabel) : SOLD_OUT_LABEL,
  };
  const last = new WeakMap<Element, Product>();

  function readArea(area: Element, tags: readonly ProductTag[]): ProductArea[] {
    const form = findProductForm(area);
    const identity = readProductIdentity(area, form);
    const reading: Reading = { ...always, form, identity };
    const adapter = findAdapter(area, reading);
    const product =
      (own !== undefined && area === page.documentElement && readOwn()) ||
      tags.find((tag) => isFor(tag, area) && isAbout(tag, area, identity))?.product ||
      adapter?.read(area, reading);
    const known = product ?? (adapter && readLast(area, identity));
    if (known) last.set(area, known);
    else last.delete(area);
    if (!known) return adviseOfFault(adapter?.findFault?.(area, reading), identity);
    // What is chosen matters for what is sold out.
    const asked = mayBeOffered(known) ? adapter : undefined;
    const selection = asked?.readSelection?.(area, reading) ?? {};
    const soldOutOptions = asked?.findSoldOutOptions?.(area, reading) ?? [];
    return [{ area, isTile: false, product: known, selection, soldOutOptions }];
  }

  function isFor(tag: ProductTag, area: Element): boolean {
    return area === page.documentElement ? isForPage(tag) : isForInner(tag, area, mark);
  }

  /**
   * Between the removal of Magento's script and the start of its widget, and when a theme draws the product area anew,
   * the same product is on the page although its configuration is nowhere.
   */
  function readLast(area: Element, identity: ProductIdentity | undefined): Product | undefined {
    const known = last.get(area);
    return known?.id === identity?.id ? known : undefined;
  }

  function adviseOfFault(fault: string | undefined, identity: ProductIdentity | undefined): [] {
    if (fault) log(`product ${identity?.id || identity?.sku}: ${fault}`, 'warn');
    return [];
  }

  const readSafely = guard(readArea);
  const readOwn = () => readProductData('product', () => (typeof own === 'function' ? own() : own));

  return () => {
    const areas = findAreas(page);
    const tags = readProductTags(page, mark, remember);
    const found: ProductArea[] = [];
    for (const area of areas) found.push(...(readSafely(area, tags) ?? []));
    if (listing) {
      const own = new Set(found.map(({ product }) => product));
      const others = tags.filter(({ product }) => !own.has(product));
      for (const [area, product] of findSoldOutTiles(page, others, mark, always)) {
        found.push({ area, isTile: true, product, selection: {}, soldOutOptions: [] });
      }
    }
    return found;
  };
}

/** Where the page names no product, only a merchant's adapter can read one. */
function findAdapter(area: Element, reading: Reading): PageAdapter | undefined {
  for (const candidate of reading.identity ? [...MERCHANTS, ...ADAPTERS] : MERCHANTS) {
    if (candidate.matches(area, reading)) return candidate;
  }
  return undefined;
}

/** The selector of Magento's own label and the theme's, where the merchant gives one that is a selector. */
function readStockLabel(page: Document, given: unknown): string {
  const selector = readText(given);
  if (selector && isSelector(page, selector)) return `${SOLD_OUT_LABEL}, ${selector}`;
  if (selector) log(`stockLabel cannot be "${selector}". Give a CSS selector.`);
  return SOLD_OUT_LABEL;
}

/**
 * Whether the server has printed this for the product of the area; where the area says neither id nor SKU, only what is
 * printed in it can be.
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
