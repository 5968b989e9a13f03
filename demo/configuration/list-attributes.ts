import type { Child, ConfigurableProduct } from '../catalogue/product.ts';

/** The `attributes` of the configuration: each option with the ids of the children that have it. */
export function listAttributes(product: ConfigurableProduct, listed: readonly Child[]) {
  const entries = product.attributes.map((attribute, position) => {
    const options = attribute.options.map(({ id, label }) => ({
      id,
      label,
      products: listed.filter((child) => child.choice[attribute.id] === id).map(({ id }) => id),
    }));
    const { id, code, label } = attribute;
    return [id, { id, code, label, options, position: String(position) }] as const;
  });
  return Object.fromEntries(entries);
}
