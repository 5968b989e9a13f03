import type { GroupedProduct } from '../catalogue/product.ts';
import { listFoundMembers } from './list-found-members.ts';
import type { ShopState } from './shop-state.ts';

/** What GraphQL tells of a grouped product beyond the basics. */
export function describeGrouped(product: GroupedProduct, state: ShopState) {
  const members = listFoundMembers(product.members, state);
  return {
    items: members.map((member, place) => ({ qty: 0, position: place + 1, product: member })),
  };
}
