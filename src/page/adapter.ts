import type { Product, Selection } from '../product/product.ts';
import type { ProductData } from '../product/product-data.ts';
import type { ProductIdentity } from './product-identity.ts';

/**
 * Returns the value cached for this object, or makes and caches it. The widget reads the page after every change, so costly
 * work (parsing, building variants) is done once for each script or JSON object.
 */
export type Remember = <Value>(
  key: object,
  make: () => Value,
  /** The content that the value was made from, where a theme may change it: another version makes a new value. */
  version?: unknown,
) => Value;

/** What a reading needs beside the page itself. */
export interface Reading {
  readonly remember: Remember;
  /** Selector of the label that marks a product as sold out. */
  readonly soldOutLabel: string;
  /** The form of the area's product, where it has been found already. */
  readonly form?: HTMLFormElement | undefined;
  /** Which product the area is about, where that has been read already. */
  readonly identity?: ProductIdentity | undefined;
}

/** An option that the page shows as sold out and does not let a shopper choose. */
export interface SoldOutOption {
  /** The element that shows the option. An `<option>` of a dropdown is ignored: it cannot be made usable. */
  readonly element: HTMLElement;
  readonly attributeId: string;
  readonly optionId: string;
}

/**
 * Knows one kind of product page, or one theme. Adapters are the only place where Magento's selectors,
 * class names and data keys are written. They read and never write.
 *
 * An adapter reads an area: the whole page (`<html>`), or a part that is about another product, such as a quick view.
 */
export interface PageAdapter {
  /** Whether this is the kind of area that the adapter reads; a cheap lookup. */
  matches(area: Element, reading: Reading): boolean;
  /** The product of the area, or undefined as long as it is not known for certain. */
  read(area: Element, reading: Reading): Product | undefined;
  /** What the page lacks, as a warning to log for the merchant when `read` returns nothing. Default: nothing. */
  findFault?(area: Element, reading: Reading): string | undefined;
  /** What the shopper has chosen so far: attribute id to option id, without attributes not chosen yet. Default: nothing. */
  readSelection?(area: Element, reading: Reading): Selection;
  /** The options that cannot be chosen because they are sold out. Default: none. */
  findSoldOutOptions?(area: Element, reading: Reading): Iterable<SoldOutOption>;
  /**
   * The attributes in which the page shows a change of selection or state. New and removed elements
   * and native `change` events are observed for every adapter. Default: none.
   */
  readonly watchedAttributes?: readonly string[];
  /** Events on `window` after which the page is read again. Default: none. */
  readonly watchedEvents?: readonly string[];
  /** Receives each of the `watchedEvents` before the page is read. Default: nothing. */
  hear?(event: Event): void;
  /** What the adapter reads beside what all adapters read. Default: anything, so no change is ignored. */
  readonly watched?: Watched | undefined;
  /** Clears what the adapter has heard. Default: nothing. */
  forget?(): void;
}

/** A merchant's own adapter. It returns what it reads in the documented format, and the widget checks it. */
export interface Adapter extends Pick<PageAdapter, 'watchedAttributes' | 'watchedEvents' | 'hear'> {
  /** Whether this is the kind of area that the adapter reads; a cheap lookup. */
  matches(area: Element): boolean;
  /** The product of the area, or undefined as long as it is not known for certain. */
  read(area: Element): ProductData | undefined;
  /** What the shopper has chosen so far: attribute id to option id, without attributes not chosen yet. Default: nothing. */
  readSelection?(area: Element): Selection;
  /** The options that cannot be chosen because they are sold out. Default: none. */
  findSoldOutOptions?(area: Element): Iterable<SoldOutOption>;
  /**
   * Selector of the elements that the adapter reads, with all their contents: the widget ignores changes elsewhere.
   * Default: the page is read again after every change.
   */
  readonly watchedElements?: string | undefined;
}

/** Reads the selection from elements of the page. `read` returns an element's attribute id and its chosen option id. */
export function readSelectionFrom<Found>(
  elements: Iterable<Found>,
  read: (element: Found) => readonly [string | null | undefined, string | null],
): Selection {
  return Object.fromEntries([...elements].map(read).filter(([id, option]) => id && option));
}

/** What one part of the reader reads, so that the widget can ignore all other changes. All are selectors. */
export interface Watched {
  /** Elements that matter when they are added or removed. */
  readonly elements?: string;
  /** Elements that matter when they are added or removed inside a product's form, and only there. */
  readonly formElements?: string;
  /** Elements that matter with all their contents, including their text. */
  readonly contents?: string;
  /** By attribute name: the elements on which it matters. Of the classes, only those named in these selectors count. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What several parts read, joined. */
export type AllWatched = Required<Watched>;

/** Joins what several parts read. */
export function joinWatched(parts: readonly Watched[]): AllWatched {
  const elements: string[] = [];
  const formElements: string[] = [];
  const contents: string[] = [];
  const attributes: Record<string, string> = {};
  for (const part of parts) {
    if (part.elements) elements.push(part.elements);
    if (part.formElements) formElements.push(part.formElements);
    if (part.contents) contents.push(part.contents);
    for (const [name, selector] of Object.entries(part.attributes ?? {})) {
      attributes[name] = attributes[name] ? `${attributes[name]}, ${selector}` : selector;
    }
  }
  return {
    elements: elements.join(),
    formElements: formElements.join(),
    contents: contents.join(),
    attributes,
  };
}
