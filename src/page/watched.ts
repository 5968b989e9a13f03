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
