import type { PlainProduct } from '../catalogue/product.ts';

const HOW_MANY = 4000;
const FIRST_ID = 3001;

const KINDS = [
  { image: 'lantern', imageColour: 'teal', name: 'Trail Marker' },
  { image: 'mug', imageColour: 'sand', name: 'Tin Cup' },
  { image: 'book', imageColour: 'blue', name: 'Field Notebook' },
  { image: 'tee', imageColour: 'green', name: 'Base Layer' },
  { image: 'shoe', imageColour: 'sand', name: 'Camp Slipper' },
  { image: 'ticket', imageColour: 'red', name: 'Hut Voucher' },
] as const;

function createSynthetic(place: number): PlainProduct {
  const { name, ...picture } = KINDS[place % KINDS.length] ?? KINDS[0];
  const id = FIRST_ID + place;
  return {
    ...picture,
    page: `stock-item-${id}`,
    type: 'simple',
    id: String(id),
    sku: `ITEM-${id}`,
    name: `${name} No. ${place + 1}`,
    price: 5 + ((place * 7) % 90),
    description: 'One of many things that fill up a long list.',
    inStock: place % 2 === 0,
  };
}

/** Simple products that fill up long lists; every second one is sold out. */
export const SYNTHETIC_PRODUCTS: readonly PlainProduct[] = Array.from(
  { length: HOW_MANY },
  (_, place) => createSynthetic(place),
);
