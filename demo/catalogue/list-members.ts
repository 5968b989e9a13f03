import { CATALOGUE } from '../catalogue.ts';
import type { PlainProduct } from './product.ts';

/** The simple products behind the pages that a grouped product or a part of a bundle names. */
export function listMembers(pages: readonly string[]): readonly PlainProduct[] {
  return pages.map((page) => {
    const member = CATALOGUE.find((product) => product.page === page);
    if (member?.type !== 'simple') throw new Error(`${page} is no simple product.`);
    return member;
  });
}
