import type { Dispose } from '../guard.ts';

/** Sets a style property on an element of the page, whatever the theme's rules say; the disposal leaves it as it was. */
export function setStyle(element: HTMLElement, property: string, value: string): Dispose {
  const { style } = element;
  const before = style.getPropertyValue(property);
  const priority = style.getPropertyPriority(property);
  style.setProperty(property, value, 'important');
  return () => {
    style.setProperty(property, before, priority);
    // An attribute that was not there before must not be left behind. Reading it makes the browser
    // write it, before which there is nothing that could be removed.
    if (!element.getAttribute('style')) element.removeAttribute('style');
  };
}

/** Hides an element of the page until the disposal. */
export function hideElement(element: HTMLElement): Dispose {
  return setStyle(element, 'display', 'none');
}

/** Sets an attribute on an element of the page; the disposal leaves it as it was. */
export function setAttribute(element: Element, name: string, value: string): Dispose {
  const before = element.getAttribute(name);
  element.setAttribute(name, value);
  return () => {
    if (before === null) element.removeAttribute(name);
    else element.setAttribute(name, before);
  };
}

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
