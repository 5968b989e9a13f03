import type { Configuration } from '../configuration/options.ts';
import { guard, tell } from '../guard.ts';
import type { Product, Variant } from './product.ts';

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
export function listSubscribable(
  product: Product,
  variants: readonly Variant[],
  variantId: Configuration['variantId'],
): readonly Variant[] {
  return variants.filter((variant) => {
    const id = guard(catalogueId)(product, variant, variantId);
    if (!id) tell('variantId gives nothing for some variants. "id" always does.');
    return id;
  });
}
