import type { Child, Product } from '../catalogue/product.ts';
import { encodeUid } from './encode-uid.ts';

const TYPE_NAMES: Readonly<Record<Product['type'], string>> = {
  simple: 'SimpleProduct',
  virtual: 'VirtualProduct',
  downloadable: 'DownloadableProduct',
  configurable: 'ConfigurableProduct',
  grouped: 'GroupedProduct',
  bundle: 'BundleProduct',
};

/** What GraphQL tells of every product; a child of a configurable is a simple one. */
export function describeBasics(product: Product | Child, isInStock: boolean) {
  const type = 'type' in product ? product.type : 'simple';
  return {
    __typename: TYPE_NAMES[type],
    id: Number(product.id),
    uid: encodeUid(product.id),
    sku: product.sku,
    name: product.name,
    url_key: 'page' in product ? product.page : product.sku.toLowerCase(),
    type_id: type,
    stock_status: isInStock ? 'IN_STOCK' : 'OUT_OF_STOCK',
  };
}
