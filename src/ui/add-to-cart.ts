import type { Dispose } from '../dispose.ts';
import { hideElement } from './borrow-element.ts';

/** Hides Add to Cart, also one that a theme draws anew, until it is called with false. */
export function createAddToCartSwitch(
  findAddToCart: () => Iterable<HTMLElement>,
): (isHidden: boolean) => void {
  const hidden = new Map<Element, Dispose>();
  return (isHidden) => {
    if (!isHidden) {
      for (const show of hidden.values()) show();
      return hidden.clear();
    }
    for (const element of findAddToCart()) {
      // The trigger hides its anchor too, and must find it as it was.
      if (element.style.display !== 'none') hidden.set(element, hideElement(element));
    }
  };
}
