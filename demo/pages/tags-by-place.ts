import type { Markup } from './markup.ts';

/** What a way of use adds to the page, by place. */
export interface TagsByPlace {
  readonly head?: Markup;
  /** In the column with the product's name, below the form. */
  readonly belowForm?: Markup;
  readonly bodyEnd?: Markup;
}
