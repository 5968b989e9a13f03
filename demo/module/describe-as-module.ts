import type { ProductData } from '../../src/product/product-data.ts';
import type { Product } from '../catalogue/product.ts';
import { describeProduct } from '../product-tag/describe-product.ts';

type Described = ProductData['variants'][number];

/**
 * A product as the module tells it (magento/Model/ProductData/). Children that are sold out may stand nowhere else in the
 * shop, so their names are told only where shoppers choose by them, and their SKUs only where Klaviyo knows them by these.
 */
export function describeAsModule(product: Product, variantId: unknown): ProductData {
  const data = describeProduct(product);
  const isConfigurable = product.type === 'configurable';
  if (!isConfigurable && product.type !== 'grouped') return data;
  const trim = ({ id, sku, name, ...others }: Described): Described => ({
    id,
    ...(variantId === 'sku' && { sku }),
    ...(!isConfigurable && { name }),
    ...others,
  });
  return { ...data, variants: data.variants.map(trim) };
}
