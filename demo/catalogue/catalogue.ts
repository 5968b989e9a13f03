import { attributes, createConfigurable } from './configurables.ts';
import type { PlainProduct, Product } from './product.ts';

/** What the demo shop sells. */
export const CATALOGUE: readonly Product[] = [
  createConfigurable({
    page: 'trail-runner',
    id: '2013',
    firstChildId: 2001,
    sku: 'TR2',
    name: 'Trail Runner 2',
    price: 96,
    description: 'A light running shoe with a grippy sole for wet stones and forest paths.',
    image: 'shoe',
    imageColour: 'red',
    attributes: [attributes.threeColours, attributes.shoeSizes],
    soldOut: ['Red/42', 'Blue/*'],
  }),
  createConfigurable({
    page: 'harbour-jacket',
    id: '2022',
    firstChildId: 2014,
    sku: 'HJ7',
    name: 'Harbour Jacket',
    price: 148,
    description: 'A straight work jacket with four pockets, sewn to be mended.',
    image: 'jacket',
    imageColour: 'sand',
    attributes: [attributes.fabrics, attributes.fits],
    soldOut: ['Cotton/Regular', 'Wool/Slim', 'Linen/*'],
    missing: ['Linen/Loose'],
  }),
  createConfigurable({
    page: 'everyday-hoodie',
    id: '2029',
    firstChildId: 2023,
    sku: 'EH3',
    name: 'Everyday Hoodie',
    price: 64,
    description: 'A roomy hoodie with a lined hood and flat seams.',
    image: 'hoodie',
    imageColour: 'green',
    attributes: [attributes.twoColours, attributes.fabrics],
    soldOut: ['Red/Wool', 'Green/Cotton'],
  }),
  createConfigurable({
    page: 'crew-tee',
    id: '2036',
    firstChildId: 2030,
    sku: 'CT1',
    name: 'Crew Tee',
    price: 24,
    description: 'A heavy jersey T-shirt that keeps its shape.',
    image: 'tee',
    imageColour: 'red',
    attributes: [attributes.twoColours, attributes.shirtSizes],
    soldOut: [],
  }),
  createConfigurable({
    page: 'storm-shell',
    id: '2043',
    firstChildId: 2037,
    sku: 'SS9',
    name: 'Storm Shell',
    price: 189,
    description: 'A waterproof shell with taped seams.',
    image: 'jacket',
    imageColour: 'teal',
    attributes: [attributes.coldColours, attributes.shirtSizes],
    soldOut: ['*/*'],
  }),
  {
    page: 'enamel-mug',
    type: 'simple',
    id: '2044',
    sku: 'MUG-350',
    name: 'Enamel Mug',
    price: 14,
    description: 'Holds 350 ml and survives the campfire.',
    image: 'mug',
    inStock: true,
  },
  {
    page: 'camp-lantern',
    type: 'simple',
    id: '2045',
    sku: 'LANTERN-2',
    name: 'Camp Lantern',
    price: 39,
    description: 'A dimmable lantern that runs for forty hours.',
    image: 'lantern',
    imageColour: 'teal',
    inStock: false,
  },
  {
    page: 'printing-workshop',
    type: 'virtual',
    id: '2046',
    sku: 'SEAT-PRINT',
    name: 'Screen Printing Workshop',
    price: 75,
    description: 'One seat on a Saturday afternoon, ink and apron included.',
    image: 'ticket',
    inStock: false,
  },
  {
    page: 'mending-guide',
    type: 'downloadable',
    id: '2047',
    sku: 'EBOOK-MEND',
    name: 'The Mending Guide (e-book)',
    price: 9,
    description: 'Forty repairs with pictures, as a PDF with a limited number of licences.',
    image: 'book',
    inStock: false,
  },
  {
    page: 'field-kettle',
    type: 'simple',
    id: '2048',
    sku: 'KETTLE-1',
    name: 'Field Kettle',
    price: 32,
    description: 'A one litre kettle that stands firmly on embers.',
    image: 'kettle',
    inStock: false,
  },
  {
    page: 'campsite-set',
    type: 'grouped',
    id: '2050',
    sku: 'CAMPSITE',
    name: 'Campsite Set',
    price: 14,
    description: 'What makes a clearing a home: take all of it, or the piece you lack.',
    image: 'campsite',
    members: ['enamel-mug', 'camp-lantern', 'field-kettle'],
  },
  {
    page: 'weekend-bundle',
    type: 'bundle',
    id: '2051',
    sku: 'WEEKEND',
    name: 'Weekend Bundle',
    price: 74,
    description: 'A light and something hot, packed for two nights outside.',
    image: 'rucksack',
    imageColour: 'green',
    inStock: false,
    parts: [
      { id: '1', title: 'Something to cook with', members: ['field-kettle', 'enamel-mug'] },
      { id: '2', title: 'A light', members: ['camp-lantern'] },
    ],
  },
  {
    page: 'breakfast-bundle',
    type: 'bundle',
    id: '2052',
    sku: 'BREAKFAST',
    name: 'Breakfast Bundle',
    price: 26,
    description: 'Two mugs, or a kettle in the place of one of them.',
    image: 'mug',
    inStock: true,
    parts: [
      { id: '3', title: 'A mug', members: ['enamel-mug'] },
      { id: '4', title: 'Another mug or a kettle', members: ['enamel-mug', 'field-kettle'] },
    ],
  },
  {
    page: 'evening-set',
    type: 'grouped',
    id: '2053',
    sku: 'EVENING',
    name: 'Evening Set',
    price: 32,
    description: 'Light and tea for the hours by the fire.',
    image: 'campsite',
    members: ['camp-lantern', 'field-kettle'],
  },
  createConfigurable({
    page: 'summit-boot',
    id: '2140',
    firstChildId: 2101,
    sku: 'SB4',
    name: 'Summit Boot',
    price: 179,
    description: 'A stiff boot for scree and snow, on three lasts.',
    image: 'shoe',
    imageColour: 'green',
    attributes: [attributes.threeColours, attributes.shoeSizes, attributes.widths],
    soldOut: ['Red/42/*', 'Red/43/*', 'Green/*/Wide', 'Blue/40/*', 'Blue/41/Narrow', 'Blue/42/*'],
  }),
];

const SYNTHETIC_COUNT = 4000;
const FIRST_SYNTHETIC_ID = 3001;

const SYNTHETIC_KINDS = [
  { image: 'lantern', imageColour: 'teal', name: 'Trail Marker' },
  { image: 'mug', imageColour: 'sand', name: 'Tin Cup' },
  { image: 'book', imageColour: 'blue', name: 'Field Notebook' },
  { image: 'tee', imageColour: 'green', name: 'Base Layer' },
  { image: 'shoe', imageColour: 'sand', name: 'Camp Slipper' },
  { image: 'ticket', imageColour: 'red', name: 'Hut Voucher' },
] as const;

/** Simple products that fill up long lists. Every second one is sold out. */
export const SYNTHETIC_PRODUCTS: readonly PlainProduct[] = Array.from(
  { length: SYNTHETIC_COUNT },
  (_, place) => createSynthetic(place),
);

function createSynthetic(place: number): PlainProduct {
  const { name, ...picture } =
    SYNTHETIC_KINDS[place % SYNTHETIC_KINDS.length] ?? SYNTHETIC_KINDS[0];
  const id = FIRST_SYNTHETIC_ID + place;
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

/** All products that have a page. */
export const EVERY_PRODUCT: readonly Product[] = [...CATALOGUE, ...SYNTHETIC_PRODUCTS];

const BY_PAGE = new Map(EVERY_PRODUCT.map((product) => [product.page, product]));

/** The product of a page, by the last part of its address, with or without Magento's `.html`. */
export function findProduct(page = ''): Product | undefined {
  return BY_PAGE.get(page.replace(/\.html$/, ''));
}
