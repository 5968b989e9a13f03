import type { ConfigurableProduct } from '../catalogue/product.ts';

type SalableByOption = Record<string, readonly string[]>;

/** The `salable` map. An option that is fully sold out has no key, as in Magento. */
export function listSalable(product: ConfigurableProduct): Record<string, SalableByOption> {
  const salable: Record<string, SalableByOption> = {};
  for (const attribute of product.attributes) {
    for (const option of attribute.options) {
      const ids = product.children
        .filter((child) => child.inStock && child.choice[attribute.id] === option.id)
        .map((child) => child.id);
      if (ids.length > 0) salable[attribute.id] = { ...salable[attribute.id], [option.id]: ids };
    }
  }
  return salable;
}
