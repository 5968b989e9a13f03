import { type Dispose, disposeAll, guard } from '../guard.ts';
import { watchIntent } from '../loading/intent.ts';
import { setAttribute, setStyle } from './borrow-element.ts';

/** A sold-out swatch, which the shop does not let a shopper choose. */
export interface SoldOutSwatch {
  readonly element: HTMLElement;
  /** The name that screen readers read out. */
  readonly name: string;
  readonly onPress: () => void;
}

/** The sold-out swatches that shoppers can press. */
export interface SoldOutSwatches {
  /** Makes these swatches usable, and restores all others. */
  show(swatches: readonly SoldOutSwatch[]): void;
}

/** The usable swatches by their elements, each with the function that restores it. */
type Usable = Map<Element, { readonly swatch: SoldOutSwatch; readonly restore: Dispose }>;

/**
 * Makes sold-out swatches usable, by pointer and by keyboard. A press never reaches the page's own handlers, so the page
 * selects nothing. Swatches that a theme draws anew become usable at the next call of `show`.
 *
 * @param refresh Shows the sold-out swatches of this moment. The page may have made a swatch available in the same turn of
 *   the event loop; then the press belongs to the page.
 * @param prepare Called when a press is likely to come.
 */
export function createSoldOutSwatches(refresh: () => void, prepare: () => void): SoldOutSwatches {
  const usable: Usable = new Map();
  const press = guard((event: Event) => pressSwatch(event, usable, refresh));
  return {
    show(swatches) {
      restoreExcept(usable, new Set(swatches.map(({ element }) => element)));
      for (const swatch of swatches) addSwatch(usable, swatch, prepare);
      for (const type of ['click', 'keydown']) {
        if (usable.size) addEventListener(type, press, true);
        else removeEventListener(type, press, true);
      }
    },
  };
}

function pressSwatch(event: Event, usable: Usable, refresh: () => void): unknown {
  const { key } = event as KeyboardEvent;
  if (key && key !== 'Enter' && key !== ' ') return undefined;
  const element = event.composedPath().find((target) => usable.has(target as Element));
  if (!element) return undefined;
  refresh();
  const pressed = usable.get(element as Element);
  if (!pressed) return undefined;
  event.preventDefault();
  event.stopImmediatePropagation();
  return pressed.swatch.onPress();
}

function restoreExcept(usable: Usable, elements: ReadonlySet<Element>): void {
  for (const [element, { restore }] of usable) {
    if (elements.has(element)) continue;
    restore();
    usable.delete(element);
  }
}

function addSwatch(usable: Usable, swatch: SoldOutSwatch, prepare: () => void): void {
  const { element, name } = swatch;
  const known = usable.get(element);
  // Writes the name only when it changes: a page translator may have translated the old one.
  if (known && known.swatch.name !== name) element.setAttribute('aria-label', name);
  usable.set(element, { swatch, restore: known?.restore ?? makeUsable(swatch, prepare) });
}

function makeUsable({ element, name }: SoldOutSwatch, prepare: () => void): Dispose {
  const { position } = getComputedStyle(element);
  return disposeAll([
    watchIntent(element, prepare),
    // Luma's stylesheet makes sold-out swatches ignore the pointer.
    setStyle(element, 'pointer-events', 'auto'),
    setStyle(element, 'cursor', 'pointer'),
    // The stroke that Luma draws across the swatch catches presses too, and must not reach beyond the swatch.
    setStyle(element, 'position', position === 'static' ? 'relative' : position),
    setAttribute(element, 'tabindex', '0'),
    setAttribute(element, 'role', element.getAttribute('role') ?? 'button'),
    setAttribute(element, 'aria-label', name),
  ]);
}
