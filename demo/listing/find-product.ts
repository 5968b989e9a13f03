import type { Product } from '../catalogue/product.ts';
import { CATALOGUE } from '../catalogue.ts';
import { SYNTHETIC_PRODUCTS } from './synthetic-products.ts';

const PRODUCTS = new Map(
  [...CATALOGUE, ...SYNTHETIC_PRODUCTS].map((product) => [product.page, product]),
);

/** The product whose page has this name, also as Magento's addresses end: `storm-shell.html`. */
export function findProduct(page = ''): Product | undefined {
  return PRODUCTS.get(page.replace(/\.html$/, ''));
}
