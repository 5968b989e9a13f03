import type { Product, Selection } from '../product/product.ts';
import type { ProductData } from '../product/product-data.ts';
import type { ProductIdentity } from './product-identity.ts';

/**
 * Gives the value made for this object before, or makes it. Reading happens after every change of
 * the page, so what is costly (parsing, building variants) is done once for each script or JSON object.
 */
export type Remember = <Value>(
  key: object,
  make: () => Value,
  /** What of the object the value was made from, where a theme may change it: another one is made anew. */
  version?: unknown,
) => Value;

/** What the reading of a page rests on beside the page. */
export interface Reading {
  readonly remember: Remember;
  /** Selector of the label that says that a product is sold out. */
  readonly soldOutLabel: string;
  /** The form of the area's product, where it has been found already. */
  readonly form?: HTMLFormElement | undefined;
  /** Which product the area is about, where that has been read already. */
  readonly identity?: ProductIdentity | undefined;
}

/** An option that the page shows as sold out and does not let a shopper choose. */
export interface SoldOutOption {
  /** What a shopper sees of it: a swatch, or an `<option>` of a dropdown. */
  readonly element: HTMLElement;
  readonly attributeId: string;
  readonly optionId: string;
}

/**
 * Knows one kind of product page, or one theme. Adapters are the only place where Magento's selectors,
 * class names and data keys stand. They read and never write.
 *
 * What they read is an area: the whole page (`<html>`), or the part of it that is about another product, as
 * a quick view is.
 */
export interface PageAdapter {
  /** Whether this is the kind of area that the adapter reads; a cheap lookup. */
  matches(area: Element, reading: Reading): boolean;
  /** The product of the area, or undefined as long as it is not known for certain. */
  read(area: Element, reading: Reading): Product | undefined;
  /** What the page should have and does not, for the merchant's console, where `read` gives nothing. Default: nothing. */
  findFault?(area: Element, reading: Reading): string | undefined;
  /** What the shopper has chosen so far: attribute id to option id, without what is not chosen. Default: nothing. */
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
  /** Gets such an event before the page is read. Default: nothing. */
  hear?(event: Event): void;
  /** What is read of the page beside what all adapters read. Default: anything, so no change is passed over. */
  readonly watched?: Watched | undefined;
  /** Forgets what the adapter has heard. Default: nothing. */
  forget?(): void;
}

/** An adapter of the merchant's own. What it reads is checked, and given in the documented format. */
export interface Adapter extends Pick<PageAdapter, 'watchedAttributes' | 'watchedEvents' | 'hear'> {
  /** Whether this is the kind of area that the adapter reads; a cheap lookup. */
  matches(area: Element): boolean;
  /** The product of the area, or undefined as long as it is not known for certain. */
  read(area: Element): ProductData | undefined;
  /** What the shopper has chosen so far: attribute id to option id, without what is not chosen. Default: nothing. */
  readSelection?(area: Element): Selection;
  /** The options that cannot be chosen because they are sold out. Default: none. */
  findSoldOutOptions?(area: Element): Iterable<SoldOutOption>;
  /**
   * Selector of the elements that the adapter reads, with all that stands in them: changes elsewhere are passed over.
   * Default: the page is read again after every change.
   */
  readonly watchedElements?: string | undefined;
}

/** The selection that these elements of the page hold, each giving its attribute's id and the chosen option's. */
export function readSelectionFrom<Found>(
  elements: Iterable<Found>,
  read: (element: Found) => readonly [string | null | undefined, string | null],
): Selection {
  return Object.fromEntries([...elements].map(read).filter(([id, option]) => id && option));
}

/** What a part of the reader looks at, so that a change of anything else can be passed over. All are selectors. */
export interface Watched {
  /** What matters when it comes or goes. */
  readonly elements?: string;
  /** The same for what is no concern of anybody's outside of a product's form. */
  readonly formElements?: string;
  /** What matters with everything that stands in it, also its text. */
  readonly contents?: string;
  /** By the name of an attribute: what it matters of. Of classes only those count that stand in these selectors. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** All of several together. */
export type AllWatched = Required<Watched>;

/** Puts together what several parts look at. */
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
