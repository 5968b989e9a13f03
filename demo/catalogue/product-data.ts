import type { ProductData } from '../../src/product/product-data.ts';
import {
  type Attribute,
  type Child,
  childImageAddress,
  imageAddress,
  type Product,
} from './product.ts';
import { isInStock, listVariants } from './stock.ts';

type DescribedVariant = ProductData['variants'][number];

/** A product in the format in which shops describe it to the widget: all of it, whatever the shop shows. */
export function describeProduct(product: Product): ProductData {
  const attributes = product.type === 'configurable' ? product.attributes : [];
  return {
    id: product.id,
    sku: product.sku,
    name: product.name,
    type: product.type,
    image: imageAddress(product),
    storeId: '1',
    storeCode: 'default',
    attributes: attributes.map(({ id, code, label }) => ({ id, code, label })),
    variants: listVariants(product).map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      name: variant.name,
      image: findImage(product, variant),
      ...('choice' in variant && { options: describeOptions(attributes, variant.choice) }),
      salable: isInStock(variant),
    })),
  };
}

/** The image of a child, or of the member of a set; none for a product that is its own only variant. */
function findImage(
  product: Product,
  variant: ReturnType<typeof listVariants>[number],
): string | undefined {
  if (product.type === 'configurable') return childImageAddress(product, variant as Child);
  return product.type === 'grouped' ? imageAddress(variant as Product) : undefined;
}

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

/**
 * A product as the module describes it (magento/Model/ProductData/). Sold-out children may appear nowhere else in the
 * shop, so the module prints their names only where shoppers choose by name, and their SKUs only where Klaviyo knows
 * them by SKU. Nobody reads the labels of children that can be bought, or sees their
 * images.
 */
export function describeAsModule(product: Product, variantId: unknown): ProductData {
  const data = describeProduct(product);
  const isConfigurable = product.type === 'configurable';
  if (!isConfigurable && product.type !== 'grouped') return data;
  const trim = (variant: DescribedVariant): DescribedVariant => {
    const { id, sku, name, image, options, salable } = variant;
    return {
      id,
      ...(variantId === 'sku' && { sku }),
      ...(!isConfigurable && { name }),
      ...(!salable && { image }),
      ...(options && { options: salable ? listOptionIds(options) : options }),
      salable,
    };
  };
  return { ...data, variants: data.variants.map(trim) };
}

/** The id of the option alone, for each attribute. */
function listOptionIds(
  options: NonNullable<DescribedVariant['options']>,
): DescribedVariant['options'] {
  return Object.fromEntries(
    Object.entries(options).map(([attribute, option]) => [attribute, Object(option).id]),
  );
}
