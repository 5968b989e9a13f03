import { type Dispose, guard, log } from '../guard.ts';
import { readText } from '../product/product-data.ts';
import { joinWatched, type PageAdapter, type Watched } from './adapter.ts';
import { ADAPTERS, MERCHANTS } from './adapters.ts';
import { WATCHED_AREAS } from './areas.ts';
import { WATCHED_CART } from './cart.ts';
import { createLook, type LookOptions } from './changes.ts';
import { isSelector } from './document.ts';
import { createGiven } from './merchant-selectors.ts';
import { WATCHED_PLACES } from './places.ts';
import { WATCHED_IDENTITY } from './product-identity.ts';
import type { ReaderSettings } from './product-page.ts';
import { SOLD_OUT_LABEL, WATCHED_STOCK } from './stock.ts';

/** What every adapter reads. */
const COMMON: readonly Watched[] = [
  WATCHED_AREAS,
  WATCHED_IDENTITY,
  WATCHED_STOCK,
  WATCHED_CART,
  WATCHED_PLACES,
];

/** The settings that decide which changes of a page may matter, as the merchant wrote them. */
export interface WatchSettings extends ReaderSettings {
  /** Selector of the place of the button. */
  readonly anchor?: unknown;
}

/**
 * Calls `onChange` after a change of something that is read. The caller has just read the page. Changes soon after a
 * reading share one call. One observer serves every adapter. The listener catches native `change` in the capture phase,
 * since Luma's wish-list script stops it in the bubbling phase.
 *
 * @param onChange Must not throw.
 * @param settings Without them any change may matter.
 */
export function watchPage(page: Document, onChange: () => void, settings?: WatchSettings): Dispose {
  const collected = collectWatched(page, settings);
  const { watched, attributes, given, hearing } = collected;
  const readAnew = () => {
    given?.hasChanged();
    onChange();
  };
  const reading = gather(given ? readAnew : onChange);
  const look = createLook(page, collected, reading);
  const observer = new MutationObserver(look.see);
  observer.observe(page.documentElement, {
    childList: true,
    subtree: true,
    attributeOldValue: true,
    attributeFilter: [...attributes, ...Object.keys(watched.attributes)],
  });
  // The page is read again after every event that a merchant's adapter names.
  const isWanted = new Set(MERCHANTS.flatMap(({ watchedEvents = [] }) => watchedEvents));
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

/** What decides whether a change matters, and which adapters hear which events. */
interface Collected extends LookOptions {
  readonly hearing: Readonly<Record<string, readonly PageAdapter[]>>;
}

/** Collects what the adapters and the merchant's settings read of a page. */
function collectWatched(page: Document, settings: WatchSettings | undefined): Collected {
  const parts = [...COMMON];
  const attributes: string[] = [];
  const selectors = [settings?.anchor, settings?.stockLabel].map(readText);
  const hearing: Record<string, PageAdapter[]> = { change: [] };
  // A merchant's function, or an adapter that does not declare what it reads, may read anything.
  let isAnyRead = !settings || typeof settings.product === 'function';
  for (const adapter of [...MERCHANTS, ...ADAPTERS]) {
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
  return {
    watched: joinWatched(parts),
    isAnyRead,
    attributes,
    tileLabel: settings?.listing ? SOLD_OUT_LABEL : undefined,
    given: selectors.join('') ? createGiven(page, selectors) : undefined,
    hearing,
  };
}

/** Whether a merchant's selector is valid; logs it when it is not. The selectors of the widget's own adapters are valid. */
function isUsable(page: Document, { contents = '' }: Watched): boolean {
  if (isSelector(page, contents)) return true;
  log(`watchedElements cannot be "${contents}". Give a CSS selector.`);
  return false;
}

/** Removes the merchants' adapters, and clears what the widget's own adapters have heard on this page. */
export function forgetPage(): void {
  MERCHANTS.length = 0;
  for (const adapter of ADAPTERS) adapter.forget?.();
}

/** The shortest time between two runs, in milliseconds, however many requests come. */
const PAUSE = 200;

/** Runs something after a request, once for all the requests before the run. */
export interface Gathering {
  want(): void;
  /** Whether a run is scheduled already. */
  readonly isWanted: boolean;
  readonly end: Dispose;
}

/**
 * Gathers requests for a run; the caller has just done one. A request after the pause runs in the next turn of the event
 * loop; all requests during the pause share one run at its end. A timer serves the last request always, also in a hidden
 * tab, where the browser draws no frame.
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
