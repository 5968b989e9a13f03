import { variantLabel } from '../product/offer.ts';
import type { Product, Variant } from '../product/product.ts';

/**
 * Puts the values of a product into a merchant's text. What is put in stays text: nothing here becomes HTML.
 *
 * @param others More placeholders, with their braces, and what is put in their place.
 */
export function fillIn(
  text: string,
  product: Product,
  variant?: Variant,
  others?: Readonly<Record<string, string>>,
): string {
  const { name, attributes } = product;
  const values: Readonly<Record<string, string>> = {
    '{product_name}': name,
    '{variant}': (variant && variantLabel(product, variant)) || name,
    '{attributes}': attributes.map(({ label }) => label).join(' / ') || name,
    ...others,
  };
  return text.replace(/{\w+}/g, (placeholder) => values[placeholder] ?? placeholder);
}
