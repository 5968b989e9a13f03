import type { Product } from '../catalogue/product.ts';
import { EVERY_PRODUCT } from './every-product.ts';

const BY_PAGE = new Map(EVERY_PRODUCT.map((product) => [product.page, product]));

/** The product whose page has this name, also as Magento's addresses end: `storm-shell.html`. */
export function findProduct(page = ''): Product | undefined {
  return BY_PAGE.get(page.replace(/\.html$/, ''));
}
