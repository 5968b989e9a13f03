import { listVariants } from '../catalogue/list-variants.ts';
import type { Product } from '../catalogue/product.ts';
import { describeBasics } from './describe-basics.ts';
import { describeBundle } from './describe-bundle.ts';
import { describeConfigurable } from './describe-configurable.ts';
import { describeGrouped } from './describe-grouped.ts';
import { isFound } from './is-found.ts';
import { isSalable } from './is-salable.ts';
import type { ShopState } from './shop-state.ts';

function describeType(product: Product, state: ShopState) {
  switch (product.type) {
    case 'configurable':
      return describeConfigurable(product, state);
    case 'grouped':
      return describeGrouped(product, state);
    case 'bundle':
      return describeBundle(product, state);
    default:
      return {};
  }
}

/** A product as GraphQL gives it; undefined when the shop hides it. */
export function describeItem(product: Product, state: ShopState) {
  // Something with children is in stock when one of them is.
  const isInStock = listVariants(product).some((variant) => isSalable(variant, state));
  if (!isFound(isInStock, state)) return undefined;
  return { ...describeBasics(product, isInStock), ...describeType(product, state) };
}
