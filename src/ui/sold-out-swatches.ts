import { type Dispose, disposeAll, guard } from '../guard.ts';
import { watchIntent } from '../loading/intent.ts';
import { setAttribute, setStyle } from './borrow-element.ts';

/** A swatch that the shop does not let a shopper choose. */
export interface SoldOutSwatch {
  readonly element: HTMLElement;
  /** What screen readers call it. */
  readonly name: string;
  readonly onPress: () => void;
}

/** The sold-out swatches that shoppers can press. */
export interface SoldOutSwatches {
  /** Makes these, and only these, usable. */
  show(swatches: readonly SoldOutSwatch[]): void;
}

/**
 * Makes sold-out swatches usable, by pointer and by keyboard. What is pressed never reaches the page's own
 * handlers, so nothing gets selected there. A theme that draws its swatches anew gets them anew.
 *
 * @param refresh Shows those of this moment. The page may have let a swatch be chosen since, in the same turn of the
 *   event loop; then the press is the page's.
 * @param prepare Called when a press is likely to come.
 */
export function createSoldOutSwatches(
  refresh: () => void = () => {},
  prepare: () => void = () => {},
): SoldOutSwatches {
  const usable = new Map<Element, { swatch: SoldOutSwatch; restore: Dispose }>();

  const press = guard((event: Event) => {
    const { key } = event as KeyboardEvent;
    if (key && key !== 'Enter' && key !== ' ') return;
    const element = event.composedPath().find((target) => usable.has(target as Element));
    if (!element) return;
    refresh();
    const pressed = usable.get(element as Element);
    if (!pressed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    return pressed.swatch.onPress();
  });

  function add(swatch: SoldOutSwatch): void {
    const { element, name } = swatch;
    const known = usable.get(element);
    // Only a new name of ours is written: the one that is there may have been translated.
    if (known && known.swatch.name !== name) element.setAttribute('aria-label', name);
    usable.set(element, { swatch, restore: known?.restore ?? makeUsable(swatch, prepare) });
  }

  return {
    show(swatches) {
      const elements = new Set<Element>(swatches.map(({ element }) => element));
      for (const [element, { restore }] of usable) {
        if (elements.has(element)) continue;
        restore();
        usable.delete(element);
      }
      for (const swatch of swatches) add(swatch);
      for (const type of ['click', 'keydown']) {
        if (usable.size) addEventListener(type, press, true);
        else removeEventListener(type, press, true);
      }
    },
  };
}

function makeUsable({ element, name }: SoldOutSwatch, prepare: () => void): Dispose {
  const { position } = getComputedStyle(element);
  return disposeAll([
    watchIntent(element, prepare),
    // Luma's stylesheet takes them away from the pointer.
    setStyle(element, 'pointer-events', 'auto'),
    setStyle(element, 'cursor', 'pointer'),
    // The stroke that Luma draws across the swatch takes the pointer too, and must not reach beyond it.
    setStyle(element, 'position', position === 'static' ? 'relative' : position),
    setAttribute(element, 'tabindex', '0'),
    setAttribute(element, 'role', element.getAttribute('role') ?? 'button'),
    setAttribute(element, 'aria-label', name),
  ]);
}
