import type { Dispose } from '../guard.ts';

/** Sets a style property on an element of the page, over any rule of the theme; the disposal restores the old value. */
export function setStyle(element: HTMLElement, property: string, value: string): Dispose {
  const { style } = element;
  const before = style.getPropertyValue(property);
  const priority = style.getPropertyPriority(property);
  style.setProperty(property, value, 'important');
  return () => {
    style.setProperty(property, before, priority);
    // An element that had no `style` attribute must not keep an empty one. The browser writes the attribute
    // only when a script reads it, so it must be read before it can be removed.
    if (!element.getAttribute('style')) element.removeAttribute('style');
  };
}

/** Hides an element of the page until the disposal. */
export function hideElement(element: HTMLElement): Dispose {
  return setStyle(element, 'display', 'none');
}

/** Sets an attribute on an element of the page; the disposal restores the old value. */
export function setAttribute(element: Element, name: string, value: string): Dispose {
  const before = element.getAttribute(name);
  element.setAttribute(name, value);
  return () => {
    if (before === null) element.removeAttribute(name);
    else element.setAttribute(name, before);
  };
}

/** Returns a switch for Add to Cart: true hides it, also after the theme draws it anew, false shows it. */
export function createAddToCartSwitch(
  findAddToCart: () => Iterable<HTMLElement>,
): (isHidden: boolean) => void {
  const hidden = new Map<Element, Dispose>();
  return (isHidden) => {
    const wanted = new Set(isHidden ? findAddToCart() : []);
    for (const [element, show] of hidden) {
      // A theme may have put something else into the box that held only the quantity.
      if (wanted.has(element as HTMLElement)) continue;
      show();
      hidden.delete(element);
    }
    for (const element of wanted) {
      // An element that the trigger has hidden stays with the trigger, which must find it as it left it.
      if (element.style.display !== 'none') hidden.set(element, hideElement(element));
    }
  };
}
