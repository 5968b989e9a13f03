import { type Dispose, disposeAll } from '../dispose.ts';
import { guard } from '../guard.ts';
import { readText } from '../product/doubtful.ts';
import { ADAPTERS, MERCHANTS } from './adapters.ts';
import { WATCHED_AREAS } from './areas.ts';
import { WATCHED_CART } from './cart.ts';
import { createLook } from './changes.ts';
import { gather } from './gather.ts';
import { createGiven } from './given.ts';
import { WATCHED_PLACES } from './places.ts';
import { WATCHED_IDENTITY } from './product-identity.ts';
import type { PageSettings } from './product-page.ts';
import { SOLD_OUT_LABEL, WATCHED_STOCK } from './stock.ts';
import { joinWatched, type Watched } from './watched.ts';

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
  const parts = adapters.flatMap(({ watched: own = [] }) => own);
  const attributes = adapters.flatMap(({ watchedAttributes = [] }) => watchedAttributes);
  const watched = joinWatched([...COMMON, ...parts]);
  // An adapter or a function of the merchant's that does not say what it reads may read anything.
  const isAnyRead =
    !settings || typeof settings.product === 'function' || parts.length < adapters.length;
  const look = createLook(page, {
    watched,
    isAnyRead,
    attributes,
    tileLabel: settings?.listing ? SOLD_OUT_LABEL : undefined,
  });
  const given = createGiven(page, [
    readText(settings?.anchor),
    readText(settings?.stockLabel),
    ...MERCHANTS.map((merchant) => merchant.watched?.contents ?? ''),
  ]);
  const reading = gather(() => {
    given?.hasChanged();
    onChange();
  });

  const observer = new MutationObserver((records) => {
    if (reading.isWanted) return;
    for (const record of records) {
      const isSeen =
        record.type === 'attributes' ? look.seesAttribute(record) : look.seesNodes(record);
      if (isSeen) return reading.want();
    }
    if (given?.hasChanged()) reading.want();
  });
  observer.observe(page.documentElement, {
    childList: true,
    subtree: true,
    attributeOldValue: true,
    attributeFilter: [...attributes, ...Object.keys(watched.attributes)],
  });
  const types = new Set(['change', ...adapters.flatMap(({ watchedEvents = [] }) => watchedEvents)]);
  const disposals = [reading.end, () => observer.disconnect()];
  for (const type of types) {
    const listening = adapters.filter(({ watchedEvents }) => watchedEvents?.includes(type));
    const hear = guard((event: Event) => {
      for (const adapter of listening) adapter.hear?.(event);
      if (type !== 'change' || look.seesEvent(event)) reading.want();
    });
    addEventListener(type, hear, true);
    disposals.push(() => removeEventListener(type, hear, true));
  }
  return disposeAll(disposals);
}

/** Forgets the adapters that merchants have added, and what adapters have heard on this page. */
export function forgetPage(): void {
  MERCHANTS.length = 0;
  for (const adapter of ADAPTERS) adapter.forget?.();
}
