import type { Attribute } from './product.ts';

const red = { id: '49', label: 'Red', colour: '#c8372d' };
const green = { id: '50', label: 'Green', colour: '#4f7a45' };
const blue = { id: '51', label: 'Blue', colour: '#2f5f9e' };

const colour = { id: '93', code: 'color', label: 'Colour', drawnAs: 'swatch' } as const;
const size = { id: '144', code: 'size', label: 'Size', drawnAs: 'swatch' } as const;
const fabric = { id: '151', code: 'fabric', label: 'Fabric', drawnAs: 'select' } as const;
const fit = { id: '152', code: 'fit', label: 'Fit', drawnAs: 'select' } as const;

const fabrics = [
  { id: '171', label: 'Cotton' },
  { id: '172', label: 'Wool' },
  { id: '173', label: 'Linen' },
];

/** The same attribute has other options on other products, as in a real shop. */
export const attributes = {
  threeColours: { ...colour, options: [red, green, blue] },
  twoColours: { ...colour, options: [red, green] },
  coldColours: { ...colour, options: [green, blue] },
  shoeSizes: {
    ...size,
    options: [
      { id: '166', label: '40' },
      { id: '167', label: '41' },
      { id: '168', label: '42' },
      { id: '169', label: '43' },
    ],
  },
  shirtSizes: {
    ...size,
    options: [
      { id: '177', label: 'S' },
      { id: '178', label: 'M' },
      { id: '179', label: 'L' },
    ],
  },
  fabrics: { ...fabric, options: fabrics },
  fits: {
    ...fit,
    options: [
      { id: '174', label: 'Slim' },
      { id: '175', label: 'Regular' },
      { id: '176', label: 'Loose' },
    ],
  },
} satisfies Record<string, Attribute>;
