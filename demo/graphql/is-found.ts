import type { ShopState } from './shop-state.ts';

/** Whether GraphQL has it: where out-of-stock products are hidden, they cannot be found. */
export function isFound(isInStock: boolean, { stock }: ShopState): boolean {
  return isInStock || stock === 'shown';
}
