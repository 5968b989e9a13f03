/** The shape of a large configurable product: two attributes, of which every pair of options is a child. */
export interface Shape {
  readonly children: number;
  /** Of each so many children one is sold out. */
  readonly soldOutEach: number;
}

const COLOUR = '93';
const SIZE = '144';
/** So many colours the largest products have; all others are sizes. */
const MOST_COLOURS = 40;

const colourOf = (place: number) => `c${place % MOST_COLOURS}`;
const sizeOf = (place: number) => `s${Math.floor(place / MOST_COLOURS)}`;

const isSoldOut = (place: number, { soldOutEach }: Shape) => place % soldOutEach === 0;

const idOf = (place: number) => String(100_000 + place);

function listOptions(shape: Shape, read: (place: number) => string) {
  const products = new Map<string, string[]>();
  const salable: Record<string, string[]> = {};
  for (let place = 0; place < shape.children; place += 1) {
    const option = read(place);
    if (!products.has(option)) products.set(option, []);
    products.get(option)?.push(idOf(place));
    if (isSoldOut(place, shape)) continue;
    salable[option] ??= [];
    salable[option].push(idOf(place));
  }
  const options = [...products].map(([id, ids]) => ({ id, label: `Option ${id}`, products: ids }));
  return { options, salable };
}

function describePictures(id: string) {
  return ['front', 'side', 'back'].map((side, place) => {
    const file = `/media/catalog/product/cache/0123456789abcdef0123456789abcdef/p/i/${id}-${side}`;
    return {
      thumb: `https://shop.example${file}-thumb.jpg`,
      img: `https://shop.example${file}.jpg`,
      full: `https://shop.example${file}-full.jpg`,
      caption: `Parent ${id} ${side}`,
      position: String(place + 1),
      isMain: place === 0,
      type: 'image',
      videoUrl: null,
    };
  });
}

function describePrices() {
  const amount = { amount: 99.95 };
  return {
    baseOldPrice: amount,
    oldPrice: amount,
    basePrice: amount,
    finalPrice: amount,
    tierPrices: [],
    msrpPrice: { amount: 0 },
  };
}

/** The text of a configuration as Magento 2.4.6 prints it for this product, with three pictures for each child. */
export function printConfiguration(shape: Shape): string {
  const colours = listOptions(shape, colourOf);
  const sizes = listOptions(shape, sizeOf);
  const places = Array.from({ length: shape.children }, (_, place) => place);
  const byId = <Value>(describe: (place: number) => Value) =>
    Object.fromEntries(places.map((place) => [idOf(place), describe(place)]));
  return JSON.stringify({
    attributes: {
      [COLOUR]: {
        id: COLOUR,
        code: 'color',
        label: 'Colour',
        options: colours.options,
        position: '0',
      },
      [SIZE]: { id: SIZE, code: 'size', label: 'Size', options: sizes.options, position: '1' },
    },
    template: '$<%- data.price %>',
    optionPrices: byId(describePrices),
    productId: '1',
    images: byId((place) => describePictures(idOf(place))),
    index: byId((place) => ({ [COLOUR]: colourOf(place), [SIZE]: sizeOf(place) })),
    salable: { [COLOUR]: colours.salable, [SIZE]: sizes.salable },
    canDisplayShowOutOfStockStatus: true,
    sku: byId((place) => `PARENT-${place}`),
  });
}
