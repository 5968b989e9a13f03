import { type Dispose, disposeAll, guard } from '../guard.ts';

/** The CSS variables that tell the stylesheet where the visible part of the page is. */
const TOP = '--visible-top';
const HEIGHT = '--visible-height';

/**
 * Keeps the dialog in the part of the page that a virtual keyboard leaves visible, and the focused field in view. The
 * keyboard covers the page and does not make it smaller, so CSS alone cannot know.
 *
 * @param host The element that gets the CSS variables.
 * @returns Stops it, and removes the variables.
 */
export function followVisibleArea(host: HTMLElement, dialog: HTMLElement): Dispose {
  const viewport = window.visualViewport;
  if (!viewport) return () => {};
  const clear = () => {
    for (const name of [TOP, HEIGHT]) host.style.removeProperty(name);
  };
  // A shopper who has magnified the page moves about in it. Neither the dialog nor its content must follow.
  const isMagnified = () => viewport.scale > 1.01;
  const follow = guard(() => {
    if (isMagnified()) return clear();
    host.style.setProperty(TOP, `${viewport.offsetTop}px`);
    host.style.setProperty(HEIGHT, `${viewport.height}px`);
  });
  const settle = guard(() => isMagnified() || revealFocused(dialog));
  follow();
  const dispose = disposeAll([
    listen(viewport, 'resize', follow),
    listen(viewport, 'scroll', follow),
    listen(viewport, 'resize', settle),
    // The dialog takes its new height gradually.
    listen(dialog, 'transitionend', settle),
  ]);
  return () => {
    dispose();
    clear();
  };
}

function listen(target: EventTarget, name: string, listener: () => void): Dispose {
  target.addEventListener(name, listener);
  return () => target.removeEventListener(name, listener);
}

/** Scrolls the focused field into view, with its label and its mistake where there is room for them. */
export function revealFocused(dialog: HTMLElement): void {
  const { activeElement } = dialog.getRootNode() as ShadowRoot;
  for (const part of [activeElement?.closest('div'), activeElement]) reveal(dialog, part);
}

/** The space that stays free around an element that is scrolled into view, in pixels. */
const SPACE = 8;

/**
 * Scrolls the dialog until the element is in view above the buttons, which are always in view. `scrollIntoView` could
 * scroll the page too.
 */
export function reveal(dialog: HTMLElement, element: Element | null | undefined): void {
  const buttons = dialog.querySelector('.actions');
  if (!element || !buttons || buttons.contains(element)) return;
  const { top, bottom } = element.getBoundingClientRect();
  const above = top - SPACE - dialog.getBoundingClientRect().top;
  const below = bottom + SPACE - buttons.getBoundingClientRect().top;
  // Where the element is higher than the room for it, its upper end counts.
  if (above < 0) dialog.scrollTop += above;
  else if (below > 0) dialog.scrollTop += Math.min(below, above);
}
