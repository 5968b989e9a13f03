import type { TriggerOptions } from '../configuration/options.ts';
import { type Dispose, disposeAll, guard, log } from '../guard.ts';
import { watchIntent, watchView } from '../loading/intent.ts';
import type { Places } from '../page/places.ts';
import { hideElement } from './borrow-element.ts';
import { dress } from './trigger-look.ts';

/** The buttons on the product page: one at each place, all with the same effect. */
export interface Trigger {
  /**
   * Puts the buttons at their current places with this text; removes them when the text is undefined.
   *
   * @param isHint Whether the buttons are only a hint.
   * @param isAnnounced Whether screen readers announce the text as soon as it changes.
   */
  show(text: string | undefined, isHint: boolean, isAnnounced?: boolean): void;
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
  /** Whether the button looks like a hint; undefined before it has a look. */
  isHint?: boolean;
}

interface TriggerState extends TriggerEvents {
  readonly page: Document;
  readonly options: TriggerOptions;
  readonly placed: Map<Element, Placed>;
  readonly placings: Placings;
}

/**
 * Creates the trigger. The buttons stand in the page's own DOM with the theme's classes, so that they look like the shop.
 * When a theme draws their surroundings anew, `show` places them again.
 */
export function createTrigger(
  page: Document,
  options: TriggerOptions,
  events: TriggerEvents,
): Trigger {
  const placed = new Map<Element, Placed>();
  const placings = { count: 0, lastAt: 0, atAnchor: new WeakMap() };
  const trigger: TriggerState = { page, options, placed, placings, ...events };
  return {
    show(text, isHint, isAnnounced) {
      if (text === undefined) removeExcept(trigger, []);
      else showAt(trigger, events.findPlaces(), { text, isHint, isAnnounced });
    },
    button: () => [...placed.values()][0]?.button,
  };
}

/** What the buttons show. */
interface Shown {
  readonly text: string;
  readonly isHint: boolean;
  readonly isAnnounced: boolean | undefined;
}

function showAt(trigger: TriggerState, { anchors, placement }: Places, shown: Shown): void {
  const { placed } = trigger;
  if (!anchors.length) {
    log('no place for the button. Add <div data-back-in-stock></div>.', 'warn');
  }
  removeExcept(trigger, anchors);
  for (const anchor of anchors) {
    const known = placed.get(anchor) ?? place(trigger, anchor, placement, shown);
    if (known) draw(trigger, known, shown);
  }
}

function removeExcept({ placed }: TriggerState, anchors: readonly Element[]): void {
  for (const [anchor, { button, remove }] of placed) {
    if (!button.isConnected || !anchors.includes(anchor)) remove();
  }
}

/** How often buttons were placed in quick succession. */
interface Placings {
  count: number;
  /** When the last button was placed, in milliseconds since the page has loaded. */
  lastAt: number;
  readonly atAnchor: WeakMap<Element, number>;
}

/** The most placings in quick succession: a theme that removes the button every time wins in the end. */
const MOST_PLACINGS = 1000;

/** The most placings in quick succession at one anchor. */
const MOST_AT_ANCHOR = 100;

/** Placings further apart than this do not follow in quick succession, and the count restarts, in milliseconds. */
const SOON = 2000;

function mayPlace(placings: Placings, anchor: Element): boolean {
  const now = performance.now();
  const isRow = now - placings.lastAt <= SOON;
  const here = isRow ? (placings.atAnchor.get(anchor) ?? 0) : 0;
  placings.atAnchor.set(anchor, here + 1);
  placings.count = isRow ? placings.count + 1 : 1;
  placings.lastAt = now;
  return placings.count <= MOST_PLACINGS && here < MOST_AT_ANCHOR;
}

/** The wrappers that this script has placed, in all areas. */
const wrappers = new WeakSet<Element>();

/** Places a button; none where a theme has removed it too often. */
function place(
  trigger: TriggerState,
  anchor: Element,
  placement: Places['placement'],
  shown: Shown,
): Placed | undefined {
  const { page, options, placed, placings, press, prepare } = trigger;
  if (!mayPlace(placings, anchor)) return undefined;
  const button = page.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  button.onclick = guard(press);
  const wrapper = page.createElement('div');
  wrapper.className = 'back-in-stock';
  wrapper.style.textAlign = options.align;
  wrapper.style.margin = options.margin;
  wrappers.add(wrapper);
  wrapper.append(button);
  const disposals = [
    () => wrapper.remove(),
    // A wrapper that still holds its button was removed by the theme, so the widget empties those that it removes itself.
    () => button.remove(),
    () => placed.delete(anchor),
    watchIntent(button, prepare),
    watchView(button, prepare),
  ];
  const known: Placed = { button, remove: disposeAll(disposals) };
  placed.set(anchor, known);
  // A button that is complete when it comes to the page is one change of the page instead of five, and lists have many. A hint
  // may take its colour from the page, so it is drawn there.
  if (!shown.isHint) draw(trigger, known, shown);
  if (placement === 'inside') anchor.append(wrapper);
  else anchor[placement === 'before' ? 'before' : 'after'](wrapper);
  if (placement === 'instead') disposals.push(hideElement(anchor as HTMLElement));
  return known;
}

function draw(
  { page, options }: TriggerState,
  placed: Placed,
  { text, isHint, isAnnounced }: Shown,
): void {
  const { button } = placed;
  if (placed.isHint !== isHint) {
    placed.isHint = isHint;
    dress(page, button, options, isHint);
  }
  if (placed.text === text) return;
  const wrapper = button.parentElement;
  // What the form has said, or what another tab has done, is not announced here.
  if (isAnnounced) wrapper?.setAttribute('aria-live', 'polite');
  else wrapper?.removeAttribute('aria-live');
  // A shorter text for a moment must not move the elements beside the button. A new button had no text to be as wide as.
  button.style.minWidth = isAnnounced && placed.text ? `${button.offsetWidth}px` : '';
  button.textContent = text;
  placed.text = text;
}

/** A button of ours, or a copy of one. */
const BUTTON = '.back-in-stock > button[aria-haspopup=dialog]:only-child';

/** Removes copies of the button, which have no listener: a theme may copy a part of the page for a sticky bar. */
export function removeCopies(page: Document): void {
  for (const { parentElement: wrapper } of page.querySelectorAll(BUTTON)) {
    if (wrapper && !wrappers.has(wrapper)) wrapper.remove();
  }
}
