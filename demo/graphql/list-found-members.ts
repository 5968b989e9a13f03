import { listMembers } from '../catalogue/list-members.ts';
import { describeBasics } from './describe-basics.ts';
import { isFound } from './is-found.ts';
import { isSalable } from './is-salable.ts';
import type { ShopState } from './shop-state.ts';

/** The members of a group or a part of a bundle, those that GraphQL has. */
export function listFoundMembers(pages: readonly string[], state: ShopState) {
  return listMembers(pages)
    .filter((member) => isFound(isSalable(member, state), state))
    .map((member) => describeBasics(member, isSalable(member, state)));
}
