import type { Child, ConfigurableProduct } from '../catalogue/product.ts';
import { imageAddress } from './image-address.ts';

function listImage(address: string) {
  return {
    thumb: address,
    img: address,
    full: address,
    caption: null,
    position: '1',
    isMain: true,
    type: 'image',
    videoUrl: null,
  };
}

/** Pictures by child. PHP prints an empty map as a list, so a product without colours gives `[]`. */
export function listImages(product: ConfigurableProduct, listed: readonly Child[]) {
  const colours = product.attributes.find((attribute) => attribute.code === 'color');
  if (!colours) return [];
  return Object.fromEntries(
    listed.map((child) => {
      const colour = colours.options.find((option) => option.id === child.choice[colours.id]);
      return [child.id, [listImage(imageAddress(product, colour?.label))]];
    }),
  );
}
