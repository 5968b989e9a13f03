import type { BundleProduct } from '../catalogue/product.ts';
import { encodeUid } from './encode-uid.ts';
import { listFoundMembers } from './list-found-members.ts';
import type { ShopState } from './shop-state.ts';

/** What GraphQL tells of a bundle beyond the basics. */
export function describeBundle({ parts }: BundleProduct, state: ShopState) {
  return {
    items: parts.map(({ id, title, members }, place) => ({
      option_id: Number(id),
      uid: encodeUid(id),
      title,
      required: true,
      position: place + 1,
      options: listFoundMembers(members, state).map((member, position) => ({
        id: member.id,
        uid: encodeUid(`bundle/${id}/${member.id}/1`),
        quantity: 1,
        position: position + 1,
        label: member.name,
        product: member,
      })),
    })),
  };
}
