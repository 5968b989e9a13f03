import { fits } from './offer.ts';
import type { Attribute, Option, Product, Selection, Variant } from './product.ts';

// The choice between many variants: one select for each attribute, narrowed by what the shopper has chosen in the others.

/** The longest list of variants that a shopper chooses from at once. */
const LONGEST_LIST = 12;

/** An attribute with a select of its own, and the options that the offered variants have. */
export interface Select extends Attribute {
  /** In the page's order. */
  readonly options: readonly Option[];
}

/** A select beside the choice in the others. */
export interface NarrowedSelect extends Select {
  /** The option that the shopper has chosen, or the only one that fits; empty before the choice. */
  readonly value: string;
  /** The ids of the options that fit what the shopper has chosen in the other selects. */
  readonly fitting: ReadonlySet<string>;
}

/**
 * Returns the selects for these variants: one for each attribute in which they differ. Returns none for a short list, and
 * where the variants differ in one attribute only or in none.
 */
export function listSelects(product: Product, variants: readonly Variant[]): readonly Select[] {
  if (variants.length <= LONGEST_LIST) return [];
  const selects = product.attributes.map((attribute) => ({
    ...attribute,
    options: listOptions(product, variants, attribute),
  }));
  const varying = selects.filter(({ options }) => options.length > 1);
  return varying.length > 1 ? varying : [];
}

/** Lists the options of these variants. All variants of the product together have the page's order. */
function listOptions(
  { variants: all }: Product,
  variants: readonly Variant[],
  { id }: Attribute,
): readonly Option[] {
  const offered = new Map(variants.map(({ options }) => [options[id]?.id, options[id]]));
  const order = new Set(all.map(({ options }) => options[id]?.id));
  return [...order].flatMap((optionId) => offered.get(optionId) ?? []);
}

/**
 * Narrows each select by what the shopper has chosen in the others. Its own choice does not narrow it, so that the shopper
 * can change each choice. An option that alone fits is chosen by itself; it narrows nothing, because every variant that fits
 * has it.
 *
 * @param chosen What the shopper has chosen in the selects.
 */
export function narrow(
  selects: readonly Select[],
  variants: readonly Variant[],
  chosen: Selection,
): readonly NarrowedSelect[] {
  const narrowed = selects.map((select) => ({ ...select, fitting: new Set<string>() }));
  for (const variant of variants) {
    const isOther = (select: Select) => !fits(variant, [select], chosen);
    const other = narrowed.find(isOther);
    if (other && narrowed.findLast(isOther) !== other) continue;
    for (const { id, fitting } of other ? [other] : narrowed) {
      fitting.add(variant.options[id]?.id ?? '');
    }
  }
  return narrowed.map((select) => {
    const [only = '', ...others] = select.fitting;
    return { ...select, value: chosen[select.id] || (others.length ? '' : only) };
  });
}

/** Whether a variant has what all selects show. */
export function matches({ options }: Variant, narrowed: readonly NarrowedSelect[]): boolean {
  return narrowed.every(({ id, value }) => options[id]?.id === value);
}

/** Returns the choice that all these variants share. */
export function shareOptions(
  selects: readonly Select[],
  [first, ...others]: readonly Variant[],
): Selection {
  const shared = selects.flatMap(({ id }) => {
    const option = first?.options[id]?.id;
    return option && others.every(({ options }) => options[id]?.id === option)
      ? [[id, option]]
      : [];
  });
  return Object.fromEntries(shared);
}
