import { OURS } from './areas.ts';
import { isSelector } from './document.ts';

/** The elements that merchants' own selectors match. */
export interface Given {
  /** Whether the selectors match other elements than at the last call. */
  hasChanged(): boolean;
}

/**
 * Follows which elements merchants' own selectors match. These selectors may depend on anything on the page, so no single
 * change shows whether they match other elements: each call compares all the matches with the last ones. Returns undefined
 * when no selector is valid.
 */
export function createGiven(page: Document, selectors: readonly string[]): Given | undefined {
  const usable: string[] = [];
  for (const selector of selectors) {
    // The code that uses a selector logs it when it is invalid.
    if (selector && isSelector(page, selector)) usable.push(selector);
  }
  if (!usable.length) return undefined;
  const selector = usable.join();
  const { closest } = Element.prototype;
  let last: readonly Element[] = [];
  const given: Given = {
    hasChanged() {
      const found: Element[] = [];
      for (const element of page.querySelectorAll(selector)) {
        // The widget's own button has the theme's classes, so a selector may match it.
        if (!closest.call(element, OURS)) found.push(element);
      }
      let isSame = found.length === last.length;
      for (const [place, element] of found.entries()) isSame &&= element === last[place];
      last = found;
      return !isSame;
    },
  };
  given.hasChanged();
  return given;
}
