import { type Dispose, disposeAll } from '../dispose.ts';
import { guard } from '../guard.ts';
import type { Product, Selection } from '../product/product.ts';
import { readProductData } from '../product/product-data.ts';
import type { Adapter, PageAdapter, Remember, SoldOutOption } from './adapter.ts';
import { allSoldOutAdapter } from './all-sold-out.ts';
import { findAreas, isInArea, isProductPage } from './areas.ts';
import { dropdownsAdapter } from './dropdowns.ts';
import { groupedAdapter } from './grouped.ts';
import { hyvaAdapter } from './hyva.ts';
import { type ProductIdentity, readProductIdentity } from './product-identity.ts';
import { type ProductTag, readProductTags } from './product-tags.ts';
import { simpleAdapter } from './simple.ts';
import { swatchesAdapter } from './swatches.ts';
import { findSoldOutTiles } from './tiles.ts';

/** Every kind of page that is known, asked in this order; those of merchants come first. */
const ADAPTERS: PageAdapter[] = [
  hyvaAdapter,
  swatchesAdapter,
  dropdownsAdapter,
  groupedAdapter,
  allSoldOutAdapter,
  simpleAdapter,
];

/** Those of merchants, of which nothing is certain. */
const DOUBTFUL = new WeakSet<object>();

/** Adds an adapter that is asked before all others. */
export function addAdapter(adapter: Adapter): void {
  ADAPTERS.unshift(adapter as PageAdapter);
  DOUBTFUL.add(adapter);
}

/** What the page says at one moment about one of its products. */
export interface ProductArea {
  /** The part of the page that is about it: all of it (`<html>`), a quick view, or a tile. */
  readonly area: Element;
  readonly product: Product;
  readonly selection: Selection;
  /** The options that the page shows as sold out and does not let a shopper choose. */
  readonly soldOutOptions: Iterable<SoldOutOption>;
}

/** The settings that the reading of a page depends on, as the merchant wrote them. */
export interface PageSettings {
  readonly product?: unknown;
  readonly listing?: unknown;
}

/** Makes the reader of a page. It leaves out the areas of which the product is not known. */
export function createPageReader(
  page: Document,
  { product: own, listing }: PageSettings,
): () => ProductArea[] {
  const remember = createMemory();
  const last = new WeakMap<Element, Product>();

  function readArea(area: Element, tags: readonly ProductTag[]): ProductArea[] {
    const adapter = ADAPTERS.find((candidate) => candidate.matches(area));
    const identity = readProductIdentity(area);
    const readPage = () => adapter?.read(area, remember);
    const product =
      (area === page.documentElement && readOwn()) ||
      tags.find((tag) => isAbout(tag, area, identity))?.product ||
      (adapter && DOUBTFUL.has(adapter) ? readProductData('adapter', readPage) : readPage());
    if (product) last.set(area, product);
    // Between the removal of Magento's script and the start of its widget, and when a theme draws the
    // product area anew, the same product is on the page although its configuration is nowhere.
    else if (!adapter || last.get(area)?.id !== identity?.id) last.delete(area);
    const known = last.get(area);
    if (!known) return [];
    const selection = adapter?.readSelection?.(area) ?? {};
    const soldOutOptions = adapter?.findSoldOutOptions?.(area) ?? [];
    return [{ area, product: known, selection, soldOutOptions }];
  }

  const readOwn = () => readProductData('product', () => (typeof own === 'function' ? own() : own));

  return () => {
    const tags = readProductTags(page, remember);
    const found = [...findAreas(page)].flatMap((area) => readArea(area, tags));
    if (listing) {
      for (const [area, tile] of findSoldOutTiles(page, remember)) {
        const printed = tags.find(({ product }) => product.id === tile.id);
        const product = printed
          ? remember(printed, () => ({ ...printed.product, url: tile.url }))
          : tile;
        found.push({ area, product, selection: {}, soldOutOptions: [] });
      }
    }
    return found;
  };
}

/** Whether the server has printed this for the product of the area; without its id or SKU, only the page's own can be. */
function isAbout(
  { tag, product }: ProductTag,
  area: Element,
  identity: ProductIdentity | undefined,
): boolean {
  if (identity?.id) return product.id === identity.id;
  if (identity) return product.sku === identity.sku;
  return isProductPage(area) && isInArea(area, tag);
}

/**
 * Tells when the page may have changed: at most once for all that happens in one turn of the event
 * loop. One observer serves every adapter. Native `change` is caught on its way down, since Luma's
 * wish-list script stops it on its way up.
 */
export function watchPage(page: Document, onChange: () => void): Dispose {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const schedule = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      onChange();
    });
  };
  const observer = new MutationObserver(schedule);
  observer.observe(page.documentElement, {
    childList: true,
    subtree: true,
    attributeFilter: ADAPTERS.flatMap(({ watchedAttributes = [] }) => watchedAttributes),
  });
  const disposals = [() => clearTimeout(timer), () => observer.disconnect()];
  const listen = (type: string, listener: (event: Event) => void) => {
    addEventListener(type, listener, true);
    disposals.push(() => removeEventListener(type, listener, true));
  };
  listen('change', schedule);
  for (const adapter of ADAPTERS) {
    for (const type of adapter.watchedEvents ?? []) {
      listen(
        type,
        guard((event) => {
          adapter.hear?.(event);
          schedule();
        }),
      );
    }
  }
  return disposeAll(disposals);
}

/** Of what could not be made there is nothing to be remembered: it is tried again. */
function createMemory(): Remember {
  const memory = new WeakMap<object, unknown>();
  return <Value>(key: object, make: () => Value) => {
    if (memory.get(key) === undefined) memory.set(key, make());
    return memory.get(key) as Value;
  };
}
