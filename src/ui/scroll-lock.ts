import { type Dispose, disposeAll } from '../dispose.ts';
import { setStyle } from './borrow-element.ts';

/** Keeps the page behind the modal from scrolling, which `showModal()` does not, and nothing behind it moves. */
export function lockScroll({ documentElement: root, body }: Document): Dispose {
  const disposals: Dispose[] = [];
  const { scrollbarGutter, overflowY } = getComputedStyle(root);
  // Where the scroll bar takes space, the space is kept. A theme that keeps it by itself knows at which sides.
  if (innerWidth > root.clientWidth && !/stable/.test(scrollbarGutter)) {
    disposals.push(setStyle(root, 'scrollbar-gutter', 'stable'));
  }
  // What the body says counts for the window as long as the root says nothing; then it would have a scroll bar of its own.
  if (overflowY === 'visible' && getComputedStyle(body).overflowY === 'scroll') {
    disposals.push(setStyle(body, 'overflow-y', 'visible'));
  }
  disposals.push(setStyle(root, 'overflow', 'hidden'));
  return disposeAll(disposals);
}
