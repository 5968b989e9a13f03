import { listMembers } from './list-members.ts';
import type { Product } from './product.ts';

/** Whether anything of the product can be bought. */
export function isInStock(product: Product): boolean {
  switch (product.type) {
    case 'configurable':
      return product.children.some((child) => child.inStock);
    case 'grouped':
      return listMembers(product.members).some((member) => member.inStock);
    default:
      return product.inStock;
  }
}
