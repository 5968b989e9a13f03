import type { ProductData } from '../../src/product/product-data.ts';
import { listVariants } from '../catalogue/list-variants.ts';
import type { Attribute, Product } from '../catalogue/product.ts';

function describeOptions(
  attributes: readonly Attribute[],
  choice: Readonly<Record<string, string>>,
) {
  const entries = attributes.map((attribute) => {
    const option = attribute.options.find((entry) => entry.id === choice[attribute.id]);
    return [attribute.id, { id: option?.id ?? '', label: option?.label ?? '' }] as const;
  });
  return Object.fromEntries(entries);
}

/** A product in the format in which shops tell the widget of it: all of it, whatever the shop shows. */
export function describeProduct(product: Product): ProductData {
  const attributes = product.type === 'configurable' ? product.attributes : [];
  return {
    id: product.id,
    sku: product.sku,
    name: product.name,
    type: product.type,
    storeId: '1',
    storeCode: 'default',
    attributes: attributes.map(({ id, code, label }) => ({ id, code, label })),
    variants: listVariants(product).map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      name: variant.name,
      ...('choice' in variant && { options: describeOptions(attributes, variant.choice) }),
      salable: variant.inStock,
    })),
  };
}
