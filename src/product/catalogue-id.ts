import type { Configuration } from '../configuration/options.ts';
import type { Product, Variant } from './product.ts';

/**
 * What Klaviyo's catalogue calls a variant, by the setting `variantId`; undefined when that cannot be
 * told for certain. The endpoint accepts a wrong id in silence, so a shopper would wait for ever: nothing
 * is guessed, and a configurable's own id or SKU is never taken.
 */
export function catalogueId(
  product: Product,
  variant: Variant,
  variantId: Configuration['variantId'],
): string | undefined {
  const id = typeof variantId === 'function' ? variantId(variant, product) : variant[variantId];
  const text = typeof id === 'string' ? id.trim() : '';
  const isParent = product.kind !== 'simple' && (text === product.id || text === product.sku);
  return isParent || !text ? undefined : text;
}
