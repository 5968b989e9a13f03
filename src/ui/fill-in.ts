import { variantLabel } from '../product/offer.ts';
import type { Product, Variant } from '../product/product.ts';

/** Puts the values of a product into a merchant's text. What is put in stays text: nothing here becomes HTML. */
export function fillIn(text: string, product: Product, variant?: Variant, field = ''): string {
  const values: Record<string, string> = {
    '{product_name}': product.name,
    '{variant}': (variant && variantLabel(product, variant)) || product.name,
    '{field}': field,
    '{attributes}': product.attributes.map(({ label }) => label).join(' / '),
  };
  return text.replace(/{\w+}/g, (placeholder) => values[placeholder] ?? placeholder);
}
