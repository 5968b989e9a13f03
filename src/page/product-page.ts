import type { Dispose } from '../dispose.ts';
import { disposeAll } from '../dispose.ts';
import type { Product, Selection } from '../product/product.ts';
import type { PageAdapter, Remember } from './adapter.ts';
import { dropdownsAdapter } from './dropdowns.ts';
import { readProductIdentity } from './product-identity.ts';
import { simpleAdapter } from './simple.ts';
import { swatchesAdapter } from './swatches.ts';

/** Every kind of page that is known, asked in this order. */
const ADAPTERS: readonly PageAdapter[] = [swatchesAdapter, dropdownsAdapter, simpleAdapter];

/** What a page says at one moment. */
export interface PageState {
  readonly product: Product;
  readonly selection: Selection;
}

/** Makes the reader of a page. Its answer is undefined as long as the product is not known. */
export function createPageReader(page: Document): () => PageState | undefined {
  const remember = createMemory();
  let last: Product | undefined;
  return () => {
    const adapter = ADAPTERS.find((candidate) => candidate.matches(page));
    const product = adapter?.read(page, remember);
    if (product) last = product;
    // Between the removal of Magento's script and the start of its widget, and when a theme draws the
    // product area anew, the same product is on the page although its configuration is nowhere.
    else if (!adapter || last?.id !== readProductIdentity(page)?.id) last = undefined;
    return adapter && last && { product: last, selection: adapter.readSelection(page) };
  };
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
    attributeFilter: ADAPTERS.flatMap((adapter) => [...adapter.watchedAttributes]),
  });
  page.addEventListener('change', schedule, true);
  return disposeAll([
    () => clearTimeout(timer),
    () => observer.disconnect(),
    () => page.removeEventListener('change', schedule, true),
  ]);
}

function createMemory(): Remember {
  const memory = new WeakMap<object, unknown>();
  return <Value>(key: object, make: () => Value) => {
    if (!memory.has(key)) memory.set(key, make());
    return memory.get(key) as Value;
  };
}
