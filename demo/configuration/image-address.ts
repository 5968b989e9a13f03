import type { Product } from '../catalogue/product.ts';

/** Where the picture of a product is served, in one of its colours. */
export function imageAddress(product: Product, colour = product.imageColour): string {
  const name = colour === undefined ? product.image : `${product.image}-${colour.toLowerCase()}`;
  return `/media/catalog/product/${name}.svg`;
}
