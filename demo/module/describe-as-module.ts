import type { ProductData } from '../../src/product/product-data.ts';
import type { Product } from '../catalogue/product.ts';
import { describeProduct } from '../product-tag/describe-product.ts';

type Described = ProductData['variants'][number];

/** For each attribute the id of the option alone. */
function listIds(options: NonNullable<Described['options']>): Described['options'] {
  return Object.fromEntries(
    Object.entries(options).map(([attribute, option]) => [attribute, Object(option).id]),
  );
}

/**
 * A product as the module tells it (magento/Model/ProductData/). Children that are sold out may stand nowhere else in the
 * shop, so their names are told only where shoppers choose by them, and their SKUs only where Klaviyo knows them by these.
 * Of children that can be bought, nobody reads the labels.
 */
export function describeAsModule(product: Product, variantId: unknown): ProductData {
  const data = describeProduct(product);
  const isConfigurable = product.type === 'configurable';
  if (!isConfigurable && product.type !== 'grouped') return data;
  const trim = ({ id, sku, name, options, salable }: Described): Described => ({
    id,
    ...(variantId === 'sku' && { sku }),
    ...(!isConfigurable && { name }),
    ...(options && { options: salable ? listIds(options) : options }),
    salable,
  });
  return { ...data, variants: data.variants.map(trim) };
}
