import { type Dispose, disposeAll } from '../dispose.ts';
import { setStyle } from './borrow-element.ts';

/** Keeps the page behind the modal from scrolling, which `showModal()` does not. */
export function lockScroll({ documentElement: root }: Document): Dispose {
  // Where the scroll bar takes space, the space is kept, so that nothing behind the modal jumps.
  const gutter = innerWidth > root.clientWidth ? 'stable' : 'auto';
  return disposeAll([
    setStyle(root, 'scrollbar-gutter', gutter),
    setStyle(root, 'overflow', 'hidden'),
  ]);
}
