import { commonLabel } from '../product/offer.ts';
import type { Product, Variant } from '../product/product.ts';

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
