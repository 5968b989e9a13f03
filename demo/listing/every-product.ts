import type { Product } from '../catalogue/product.ts';
import { CATALOGUE } from '../catalogue.ts';
import { SYNTHETIC_PRODUCTS } from './synthetic-products.ts';

/** Everything that has a page: the catalogue, and what fills up long lists. */
export const EVERY_PRODUCT: readonly Product[] = [...CATALOGUE, ...SYNTHETIC_PRODUCTS];
