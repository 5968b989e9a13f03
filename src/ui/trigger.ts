import type { TriggerOptions } from '../configuration/options.ts';
import { type Dispose, disposeAll, guard, log } from '../guard.ts';
import { watchIntent, watchView } from '../loading/intent.ts';
import type { Places } from '../page/places.ts';
import { hideElement } from './borrow-element.ts';

/** The buttons on the product page: one at each place, all with the same effect. */
export interface Trigger {
  /**
   * Puts the buttons at their current places with this text; removes them when the text is undefined.
   *
   * @param isAnnounced Whether screen readers announce the text as soon as it changes.
   */
  show(text: string | undefined, isAnnounced?: boolean): void;
  /** The first of the buttons; undefined when none is shown. */
  button(): HTMLButtonElement | undefined;
}

/** The functions that the buttons call. */
export interface TriggerEvents {
  readonly findPlaces: () => Places;
  readonly press: () => Promise<unknown>;
  /** Called when a press is likely: a button is in view and the browser idle, or a button has the pointer or the focus. */
  readonly prepare: () => void;
}

interface Placed {
  readonly button: HTMLButtonElement;
  readonly remove: Dispose;
  /** The text that the widget wrote last. A page translator may have changed the button's text, and its change stays. */
  text?: string;
}

/** The wrappers that this script has placed, in all areas. */
const wrappers = new WeakSet<Element>();

/** A button of ours, or a copy of one. */
const BUTTON = '.back-in-stock > button[aria-haspopup=dialog]:only-child';

/** The most placings in quick succession: a theme that removes the button every time wins in the end. */
const MOST_PLACINGS = 1000;

/** The most placings in quick succession at one anchor. */
const MOST_AT_ANCHOR = 100;

/** Placings further apart than this do not follow in quick succession, and the count restarts, in milliseconds. */
const SOON = 2000;

/**
 * Creates the trigger. The buttons stand in the page's own DOM with the theme's classes, so that they look like the shop.
 * When a theme draws their surroundings anew, `show` places them again.
 */
export function createTrigger(
  page: Document,
  options: TriggerOptions,
  { findPlaces, press, prepare }: TriggerEvents,
): Trigger {
  const placed = new Map<Element, Placed>();
  const atAnchor = new WeakMap<Element, number>();
  let placings = 0;
  let placedAt = 0;

  function place(anchor: Element, placement: Places['placement']): void {
    const button = page.createElement('button');
    button.type = 'button';
    button.className = options.classes;
    button.setAttribute('aria-haspopup', 'dialog');
    button.style.width = options.width;
    button.onclick = guard(press);
    const wrapper = page.createElement('div');
    wrapper.className = 'back-in-stock';
    wrapper.style.textAlign = options.align;
    wrapper.style.margin = options.margin;
    wrapper.append(button);
    wrappers.add(wrapper);
    if (placement === 'inside') anchor.append(wrapper);
    else anchor[placement === 'before' ? 'before' : 'after'](wrapper);
    const disposals = [
      () => wrapper.remove(),
      // What is taken away with its button was taken by the theme.
      () => button.remove(),
      () => placed.delete(anchor),
      watchIntent(button, prepare),
      watchView(button, prepare),
    ];
    if (placement === 'instead') disposals.push(hideElement(anchor as HTMLElement));
    placed.set(anchor, { button, remove: disposeAll(disposals) });
  }

  function mayPlace(anchor: Element): boolean {
    const now = performance.now();
    const isRow = now - placedAt <= SOON;
    const here = isRow ? (atAnchor.get(anchor) ?? 0) : 0;
    atAnchor.set(anchor, here + 1);
    placings = isRow ? placings + 1 : 1;
    placedAt = now;
    return placings <= MOST_PLACINGS && here < MOST_AT_ANCHOR;
  }

  function removeExcept(anchors: readonly Element[]): void {
    for (const [anchor, { button, remove }] of placed) {
      if (!button.isConnected || !anchors.includes(anchor)) remove();
    }
  }

  return {
    show(text, isAnnounced) {
      if (text === undefined) return removeExcept([]);
      const { anchors, placement } = findPlaces();
      if (!anchors.length) {
        log('no place for the button. Add <div data-back-in-stock></div>.', 'warn');
      }
      removeExcept(anchors);
      for (const anchor of anchors) {
        if (!placed.has(anchor) && mayPlace(anchor)) place(anchor, placement);
        const known = placed.get(anchor);
        if (known && known.text !== text) write(known, text, isAnnounced);
      }
    },

    button: () => [...placed.values()][0]?.button,
  };
}

function write(placed: Placed, text: string, isAnnounced = false): void {
  const { button } = placed;
  if (isAnnounced) button.parentElement?.setAttribute('aria-live', 'polite');
  // A shorter text for a moment must not move the elements beside the button.
  button.style.minWidth = isAnnounced ? `${button.offsetWidth}px` : '';
  button.textContent = text;
  placed.text = text;
}

/** Removes copies of the button, which have no listener: a theme may copy a part of the page for a sticky bar. */
export function removeCopies(page: Document): void {
  for (const { parentElement: wrapper } of page.querySelectorAll(BUTTON)) {
    if (wrapper && !wrappers.has(wrapper)) wrapper.remove();
  }
}
