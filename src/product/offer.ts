import type { Configuration } from '../configuration/options.ts';
import { guard, log } from '../guard.ts';
import type { Attribute, Product, Selection, Variant } from './product.ts';

/** Returns the variants that cannot be bought now. */
export function soldOutVariants(product: Product): readonly Variant[] {
  return product.variants.filter((variant) => !variant.salable);
}

/** Whether the product has a variant to offer, or may have one once all its variants are known. */
export function mayBeOffered(product: Product): boolean {
  if (product.isIncomplete) return true;
  for (const { salable } of product.variants) if (!salable) return true;
  return false;
}

/**
 * Whether the widget must query the shop's GraphQL before it can offer the product.
 *
 * @param isChecked Whether GraphQL also checks variants that the page marks as sold out.
 */
export function needsShop(product: Product, isChecked: boolean): boolean {
  const isDoubted = isChecked || product.isDoubtful === true;
  return product.isIncomplete === true || (isDoubted && soldOutVariants(product).length > 0);
}

/**
 * True when every attribute has a chosen option; always true for a product that does not vary. Never true for
 * a grouped product, because shoppers choose several of its members.
 */
export function isComplete(product: Product, selection: Selection): boolean {
  return (
    product.type !== 'grouped' && product.attributes.every((attribute) => selection[attribute.id])
  );
}

/**
 * Returns the sold-out variants that match what the shopper has chosen so far: all of them before the first
 * choice, one or none once the choice is complete. Magento does not let a shopper choose most
 * sold-out variants, so an incomplete choice has to offer them.
 *
 * @param among The variants to choose from. Default: all sold-out ones.
 */
export function offeredVariants(
  product: Product,
  selection: Selection,
  among = soldOutVariants(product),
): readonly Variant[] {
  return among.filter((variant) => fits(variant, product.attributes, selection));
}

/** Whether a variant has what the shopper has chosen of these attributes, if anything. */
export function fits(
  { options }: Variant,
  attributes: readonly Attribute[],
  chosen: Selection,
): boolean {
  return attributes.every(({ id }) => !chosen[id] || options[id]?.id === chosen[id]);
}

/**
 * Whether a product varies, and not all of its variants that match an incomplete choice are sold out: the shopper may still
 * want one that can be bought. False for a grouped product, whose members do not vary.
 */
export function isUndecided(product: Product, selection: Selection): boolean {
  const { attributes, variants } = product;
  return (
    attributes.length > 0 &&
    variants.some((variant) => variant.salable && fits(variant, attributes, selection))
  );
}

/**
 * Returns the labels that several variants share, for example `Red` when they differ only by size; empty when they share
 * no label. For one variant it returns that variant's own label.
 */
export function commonLabel(product: Product, variants: readonly Variant[]): string {
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
 * Returns the readable name of a variant: its option labels in the page's order, for example `Red / Medium`; for a grouped
 * product's member its own name.
 */
export function variantLabel(product: Product, variant: Variant): string {
  const labels = product.attributes.map(({ id }) => variant.options[id]?.label ?? '');
  return labels.join(' / ') || (product.type === 'grouped' && variant.name) || '';
}

/** Whether products of this type are never sold themselves, only their variants. */
export function isParent(type: string): boolean {
  return ['configurable', 'grouped'].includes(type);
}

/**
 * Returns a variant's id in Klaviyo's catalogue, by the setting `variantId`; undefined when it is not certain.
 * It never guesses, and never returns the own id or SKU of a configurable or grouped product: the endpoint accepts a
 * wrong id without an error, and the shopper would wait for ever.
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

/** Returns the variants whose id in Klaviyo's catalogue is certain. Logs when there are others. */
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
 * Replaces the placeholders in a merchant's text with values of a product. The values stay text and never become HTML.
 *
 * @param variants The variant that is meant, or all possible ones. `{variant}` becomes the labels that they share, or the
 *   names of the attributes when they share none.
 * @param others More placeholders, with their braces, and their values.
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
