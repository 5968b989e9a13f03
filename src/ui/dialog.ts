import type { ModalOptions } from '../configuration/options.ts';
import { type Dispose, disposeAll } from '../guard.ts';
import { setStyle } from './borrow-element.ts';
import styles from './modal.css?inline';
import { watchPresses } from './presses.ts';
import { followVisibleArea } from './visible-area.ts';

/** The modal's native dialog in its shadow root, and what it does to the page while it is open. */
export interface Dialog {
  readonly page: Document;
  /** The element in the page; it has the shadow root. */
  readonly host: HTMLElement;
  readonly element: HTMLDialogElement;
  /** Called at each opening, with the press that has caused it. */
  readonly beginPresses: (press?: MouseEvent) => void;
  /** Leaves all keys to the page again. */
  readonly stopKeys: Dispose;
  /** Lets the page scroll again, and lets the dialog be where it is. */
  unlock?: Dispose;
}

/** Creates the dialog; it is not in the page yet. */
export function createDialog(page: Document, options: ModalOptions): Dialog {
  const host = page.createElement('back-in-stock-modal');
  // A theme's "hide what is empty" must not hide a dialog that has made the rest of the page inert.
  host.style.setProperty('display', 'block', 'important');
  const { image: _, ...look } = options;
  setVariables(host, '--back-in-stock-', look);
  const element = page.createElement('dialog');
  element.setAttribute('aria-labelledby', 'headline');
  element.setAttribute('aria-describedby', 'chosen body');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  root.append(element);
  const beginPresses = watchPresses(element);
  return { page, host, element, beginPresses, stopKeys: keepKeys(page, host, element) };
}

/** Sets CSS variables, whose names begin with the prefix. */
export function setVariables(
  { style }: HTMLElement,
  prefix: string,
  values: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(values)) style.setProperty(prefix + name, value);
}

/**
 * Shows the dialog and focuses its first field.
 *
 * @param press The press that has opened it, if there was one.
 */
export function showDialog(dialog: Dialog, press?: MouseEvent): void {
  const { page, host, element } = dialog;
  const follow = followVisibleArea(host, element);
  element.showModal();
  dialog.beginPresses(press);
  focusIn(element, 'select, input');
  dialog.unlock = disposeAll([lockScroll(page), follow]);
}

export function focusIn(dialog: HTMLDialogElement, selector: string): void {
  dialog.querySelector<HTMLElement>(selector)?.focus();
}

/** Releases the page after the dialog has closed. Returns the focus by `returnFocus` when the browser has not. */
export function releasePage({ page, host, unlock }: Dialog, returnFocus: () => void): void {
  unlock?.();
  if ([host, page.body].includes(page.activeElement as HTMLElement)) returnFocus();
}

const KEY_EVENTS = ['keydown', 'keypress', 'keyup'];

/**
 * Keeps keys typed in the dialog from the page's own key handlers, which receive them through the shadow root.
 * The key that closes the dialog is still down after the closing, and its release belongs to the dialog too.
 */
function keepKeys(page: Document, host: Element, element: HTMLDialogElement): Dispose {
  /** The keys that went down in the dialog and are not up yet. */
  const held = new Set<string>();
  const keep = (event: Event) => {
    const { type, code, repeat } = event as KeyboardEvent;
    // A held key that goes down anew was released in another window, which sent no event to this one.
    if (type === 'keydown' && !repeat) held.delete(code);
    // After a click on plain text of the dialog, the body has the focus.
    if (element.open && [host, page.body].includes(event.target as HTMLElement)) held.add(code);
    if (held.has(code)) event.stopImmediatePropagation();
    if (type === 'keyup') held.delete(code);
  };
  for (const type of KEY_EVENTS) addEventListener(type, keep, true);
  return () => {
    for (const type of KEY_EVENTS) removeEventListener(type, keep, true);
  };
}

/** Keeps the page behind the dialog from scrolling, which `showModal()` does not, without moving anything on the page. */
function lockScroll({ documentElement: root, body }: Document): Dispose {
  const disposals: Dispose[] = [];
  const { scrollbarGutter, overflowY } = getComputedStyle(root);
  // Keeps the space of the scroll bar where it takes any. A theme that already reserves it has chosen the sides.
  if (innerWidth > root.clientWidth && !/stable/.test(scrollbarGutter)) {
    disposals.push(setStyle(root, 'scrollbar-gutter', 'stable'));
  }
  // The window uses the body's overflow while the root sets none. Once the root sets it, the body would get a scroll bar.
  if (overflowY === 'visible' && getComputedStyle(body).overflowY === 'scroll') {
    disposals.push(setStyle(body, 'overflow-y', 'visible'));
  }
  disposals.push(setStyle(root, 'overflow', 'hidden'));
  return disposeAll(disposals);
}
