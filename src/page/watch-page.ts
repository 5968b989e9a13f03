import { type Dispose, guard, log } from '../guard.ts';
import { readText } from '../product/product-data.ts';
import { joinWatched, type PageAdapter, type Watched } from './adapter.ts';
import { ADAPTERS, MERCHANTS } from './adapters.ts';
import { WATCHED_AREAS } from './areas.ts';
import { WATCHED_CART } from './cart.ts';
import { createGiven, createLook } from './changes.ts';
import { isSelector } from './document.ts';
import { WATCHED_PLACES } from './places.ts';
import { WATCHED_IDENTITY } from './product-identity.ts';
import type { PageSettings } from './product-page.ts';
import { SOLD_OUT_LABEL, WATCHED_STOCK } from './stock.ts';

/** What every adapter reads. */
const COMMON: readonly Watched[] = [
  WATCHED_AREAS,
  WATCHED_IDENTITY,
  WATCHED_STOCK,
  WATCHED_CART,
  WATCHED_PLACES,
];

/** The settings that say what may matter on a page, as the merchant wrote them. */
export interface WatchSettings extends PageSettings {
  /** Selector of the place of the button. */
  readonly anchor?: unknown;
}

/**
 * Tells when something has changed that is read; the one who watches has just read the page. What changes soon after a
 * reading is gathered. One observer serves every adapter. Native `change` is caught on its way down, since Luma's wish-list
 * script stops it on its way up.
 *
 * @param settings Without them any change may matter.
 */
export function watchPage(page: Document, onChange: () => void, settings?: WatchSettings): Dispose {
  const adapters = [...MERCHANTS, ...ADAPTERS];
  const parts = [...COMMON];
  const attributes: string[] = [];
  const selectors = [readText(settings?.anchor), readText(settings?.stockLabel)];
  const hearing: Record<string, PageAdapter[]> = { change: [] };
  // An adapter or a function of the merchant's that does not say what it reads may read anything.
  let isAnyRead = !settings || typeof settings.product === 'function';
  for (const adapter of adapters) {
    const { watched: own } = adapter;
    const isKnown = own && (ADAPTERS.includes(adapter) || isUsable(page, own));
    if (isKnown) parts.push(own);
    else isAnyRead = true;
    attributes.push(...(adapter.watchedAttributes ?? []));
    for (const type of adapter.watchedEvents ?? []) {
      hearing[type] ??= [];
      hearing[type].push(adapter);
    }
  }
  selectors.push(...MERCHANTS.map(({ watched: own }) => own?.contents ?? ''));
  // The page is read again after every event that a merchant's adapter names.
  const isWanted = new Set(MERCHANTS.flatMap(({ watchedEvents = [] }) => watchedEvents));
  const watched = joinWatched(parts);
  const tileLabel = settings?.listing ? SOLD_OUT_LABEL : undefined;
  const given = selectors.join('') ? createGiven(page, selectors) : undefined;
  const readAnew = () => {
    given?.hasChanged();
    onChange();
  };
  const reading = gather(given ? readAnew : onChange);
  const look = createLook(page, { watched, isAnyRead, attributes, tileLabel, given }, reading);
  const observer = new MutationObserver(guard(look.see));
  observer.observe(page.documentElement, {
    childList: true,
    subtree: true,
    attributeOldValue: true,
    attributeFilter: [...attributes, ...Object.keys(watched.attributes)],
  });
  const hear = guard((event: Event) => {
    const { type } = event;
    for (const adapter of hearing[type] ?? []) adapter.hear?.(event);
    if (type !== 'change' || isWanted.has(type) || look.seesEvent(event)) reading.want();
  });
  for (const type of Object.keys(hearing)) addEventListener(type, hear, true);
  return () => {
    for (const type of Object.keys(hearing)) removeEventListener(type, hear, true);
    observer.disconnect();
    reading.end();
  };
}

/** What comes with the widget can be looked for; what a merchant has written may be anything. */
function isUsable(page: Document, { contents = '' }: Watched): boolean {
  if (isSelector(page, contents)) return true;
  log(`watchedElements cannot be "${contents}". Give a CSS selector.`);
  return false;
}

/** Forgets the adapters that merchants have added, and what adapters have heard on this page. */
export function forgetPage(): void {
  MERCHANTS.length = 0;
  for (const adapter of ADAPTERS) adapter.forget?.();
}

/** While something is wanted again and again, it is done once in this time, in milliseconds. */
const PAUSE = 200;

/** Does something after it was wanted, once for all that wanted it meanwhile. */
export interface Gathering {
  want(): void;
  /** Whether it will be done anyway. */
  readonly isWanted: boolean;
  readonly end: Dispose;
}

/**
 * Gathers what wants something to be done that has just been done: the first is served in the next turn of the event
 * loop, those that follow soon in one. The last is served always, also in a tab that nobody sees, where no frame is drawn.
 */
function gather(run: () => void): Gathering {
  let doneAt = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const serve = () => {
    gathering.isWanted = false;
    doneAt = performance.now();
    run();
  };
  const gathering = {
    isWanted: false,
    want() {
      if (gathering.isWanted) return;
      gathering.isWanted = true;
      timer = setTimeout(serve, doneAt + PAUSE - performance.now());
    },
    end: () => clearTimeout(timer),
  };
  return gathering;
}
