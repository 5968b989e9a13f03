import type { Configuration } from '../configuration/options.ts';
import { guard, log } from '../guard.ts';
import type { Product, Selection, Variant } from './product.ts';

/** The variants that cannot be bought now. */
export function soldOutVariants(product: Product): readonly Variant[] {
  return product.variants.filter((variant) => !variant.salable);
}

/** Whether there is something to offer of it, or may be once all of it is known. */
export function mayBeOffered(product: Product): boolean {
  if (product.isIncomplete) return true;
  for (const { salable } of product.variants) if (!salable) return true;
  return false;
}

/**
 * Whether the shop's GraphQL has to say more of it before anything can be offered.
 *
 * @param isChecked Whether what the page says to be sold out is doubted too.
 */
export function needsShop(product: Product, isChecked: boolean): boolean {
  const isDoubted = isChecked || product.isDoubtful === true;
  return product.isIncomplete === true || (isDoubted && soldOutVariants(product).length > 0);
}

/**
 * True when every attribute has a chosen option; always true for a product that does not vary, never for
 * a grouped product, of which shoppers choose several.
 */
export function isComplete(product: Product, selection: Selection): boolean {
  return (
    product.type !== 'grouped' && product.attributes.every((attribute) => selection[attribute.id])
  );
}

/**
 * The sold-out variants that fit what the shopper has chosen so far: all of them before the first
 * choice, one or none once the choice is complete. Magento does not let a shopper choose most
 * sold-out variants, so an incomplete choice has to offer them.
 *
 * @param among The sold-out variants that come into question. Default: all.
 */
export function offeredVariants(
  product: Product,
  selection: Selection,
  among = soldOutVariants(product),
): readonly Variant[] {
  return among.filter((variant) =>
    product.attributes.every(
      ({ id }) => !selection[id] || variant.options[id]?.id === selection[id],
    ),
  );
}

/**
 * The readable name of what several variants have in common, as in `Red` when they differ by size alone; empty when that
 * is nothing. Of one variant it is its own name.
 */
function commonLabel(product: Product, variants: readonly Variant[]): string {
  const [first, ...others] = variants;
  if (!first || !others.length) return first ? variantLabel(product, first) : '';
  const shared = product.attributes.flatMap(({ id }) => {
    const option = first.options[id];
    return option && others.every(({ options }) => options[id]?.id === option.id)
      ? [option.label]
      : [];
  });
  return shared.join(' / ');
}

/**
 * The readable name of a variant: its option labels in the page's order, as in `Red / Medium`; of a grouped
 * product's member its own name.
 */
export function variantLabel(product: Product, variant: Variant): string {
  const labels = product.attributes.map(({ id }) => variant.options[id]?.label ?? '');
  return labels.join(' / ') || (product.type === 'grouped' && variant.name) || '';
}

/** Whether products of a type are never sold themselves. */
export function isParent(type: string): boolean {
  return ['configurable', 'grouped'].includes(type);
}

/**
 * What Klaviyo's catalogue calls a variant, by the setting `variantId`; undefined when that cannot be
 * told for certain. The endpoint accepts a wrong id in silence, so a shopper would wait for ever: nothing
 * is guessed, and the own id or SKU of a configurable or grouped product is never taken.
 */
export function catalogueId(
  product: Product,
  variant: Variant,
  variantId: Configuration['variantId'],
): string | undefined {
  const id = typeof variantId === 'function' ? variantId(variant, product) : variant[variantId];
  const text = typeof id === 'string' ? id.trim() : '';
  const isOwn = text === product.id || text === product.sku;
  return !text || (isOwn && isParent(product.type)) ? undefined : text;
}

/** The variants of which it is certain what Klaviyo calls them. */
export function listSubscribableOrLog(
  product: Product,
  variants: readonly Variant[],
  variantId: Configuration['variantId'],
): readonly Variant[] {
  return variants.filter((variant) => {
    const id = guard(catalogueId)(product, variant, variantId);
    if (!id) log('variantId gives nothing for some variants. "id" always does.');
    return id;
  });
}

/**
 * Puts the values of a product into a merchant's text. What is put in stays text: nothing here becomes HTML.
 *
 * @param variants The variant that is meant, or all that may be: what these have in common stands for `{variant}`, and
 *   what they differ by where that is nothing.
 * @param others More placeholders, with their braces, and what is put in their place.
 */
export function fillIn(
  text: string,
  product: Product,
  variants: Variant | readonly Variant[] = [],
  others?: Readonly<Record<string, string>>,
): string {
  const { name, attributes } = product;
  const meant = [variants].flat();
  const differences = attributes.map(({ label }) => label).join(' / ');
  const values: Readonly<Record<string, string>> = {
    '{product_name}': name,
    '{variant}': commonLabel(product, meant) || (meant.length > 1 && differences) || name,
    '{attributes}': differences || name,
    ...others,
  };
  return text.replace(/{\w+}/g, (placeholder) => values[placeholder] ?? placeholder);
}
