import { OURS } from './areas.ts';
import { isSelector } from './selector.ts';

/** The elements that merchants' own selectors name. */
export interface Given {
  /** Whether these are others than at the last look. */
  hasChanged(): boolean;
}

/**
 * Follows what merchants' own selectors name. They may rest on anything of the page, so no single change tells whether
 * they name something else: all that they name is compared. Without selectors there is nothing to follow.
 */
export function createGiven(page: Document, selectors: readonly string[]): Given | undefined {
  const usable: string[] = [];
  for (const selector of selectors) {
    // What is none is told where it is used.
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
        // The button has the classes of the theme.
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
