import type { ProductData } from '../../src/product/product-data.ts';
import { listMembers } from '../catalogue/list-members.ts';
import type { ConfigurableProduct, Product } from '../catalogue/product.ts';

function describeChildren({ attributes, children }: ConfigurableProduct): ProductData['variants'] {
  return children.map(({ id, sku, choice, inStock }) => ({
    id,
    sku,
    options: Object.fromEntries(
      attributes.map((attribute) => {
        const option = attribute.options.find((entry) => entry.id === choice[attribute.id]);
        return [attribute.id, { id: option?.id ?? '', label: option?.label ?? '' }];
      }),
    ),
    salable: inStock,
  }));
}

function describeVariants(product: Product): ProductData['variants'] {
  if (product.type === 'configurable') return describeChildren(product);
  const items = product.type === 'grouped' ? listMembers(product.members) : [product];
  return items.map(({ id, sku, name, inStock }) => ({
    id,
    sku,
    name,
    options: {},
    salable: inStock,
  }));
}

/** A product in the format in which shops tell the widget of it. */
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
    variants: describeVariants(product),
  };
}
