import type { Dispose } from '../dispose.ts';
import { hideElement } from './borrow-element.ts';

/** Hides Add to Cart, also one that a theme draws anew, until it is called with false. */
export function createAddToCartSwitch(
  findAddToCart: () => Iterable<HTMLElement>,
): (isHidden: boolean) => void {
  const hidden = new Map<Element, Dispose>();
  return (isHidden) => {
    const wanted = new Set(isHidden ? findAddToCart() : []);
    for (const [element, show] of hidden) {
      // A theme may have put something else into what was the quantity's own box.
      if (wanted.has(element as HTMLElement)) continue;
      show();
      hidden.delete(element);
    }
    for (const element of wanted) {
      // The trigger hides its anchor too, and must find it as it was.
      if (element.style.display !== 'none') hidden.set(element, hideElement(element));
    }
  };
}
