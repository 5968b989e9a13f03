import type { Product, Selection } from '../product/product.ts';

/**
 * Gives the value made for this object before, or makes it. Reading happens after every change of
 * the page, so what is costly (parsing, building variants) is done once for each script or JSON object.
 */
export type Remember = <Value>(key: object, make: () => Value) => Value;

/**
 * Knows one kind of product page. Adapters are the only place where Magento's selectors, class names
 * and data keys stand. They read and never write, and none of them holds state.
 */
export interface PageAdapter {
  /** Whether this is the kind of page that the adapter reads; a cheap lookup. */
  matches(page: Document): boolean;
  /** The product of the page, or undefined as long as it is not known for certain. */
  read(page: Document, remember: Remember): Product | undefined;
  /** What the shopper has chosen so far. */
  readSelection(page: Document): Selection;
  /**
   * The attributes in which the page shows a change of selection or state. New and removed elements
   * and native `change` events are observed for every adapter.
   */
  readonly watchedAttributes: readonly string[];
}

/** The selection that these elements of the page hold, each giving its attribute's id and the chosen option's. */
export function readSelectionFrom<Found extends Element>(
  elements: Iterable<Found> = [],
  read: (element: Found) => readonly [string | null | undefined, string | null],
): Selection {
  return Object.fromEntries([...elements].map(read).filter(([id, option]) => id && option));
}
