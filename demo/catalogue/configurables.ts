import type { Attribute, Child, ConfigurableProduct, Option } from './product.ts';

/** A configurable product, with rules from which its children are made. */
interface Recipe extends Omit<ConfigurableProduct, 'type' | 'children'> {
  /** Magento numbers the children before their parent. */
  readonly firstChildId: number;
  /** Labels joined by a slash, such as `Red/42`. `Blue/*` means every combination with Blue. */
  readonly soldOut: readonly string[];
  /** Combinations that were never made. */
  readonly missing?: readonly string[];
}

/** Builds a configurable product with one child for each combination of options. */
export function createConfigurable(recipe: Recipe): ConfigurableProduct {
  const { firstChildId, soldOut, missing = [], ...basics } = recipe;
  const made = combine(recipe.attributes).filter((options) => !isListed(missing, options));
  const children = made.map(
    (options, place): Child => ({
      id: String(firstChildId + place),
      sku: [recipe.sku, ...options.map((option) => option.label.toUpperCase())].join('-'),
      // Magento gives such names to the children that it creates.
      name: [recipe.name, ...options.map((option) => option.label)].join('-'),
      price: recipe.price + surcharge(recipe.attributes, options),
      inStock: !isListed(soldOut, options),
      choice: Object.fromEntries(
        recipe.attributes.map((attribute, index) => [attribute.id, options[index]?.id ?? '']),
      ),
    }),
  );
  return { ...basics, type: 'configurable', children };
}

function combine(attributes: readonly Attribute[]): readonly (readonly Option[])[] {
  return attributes.reduce<readonly (readonly Option[])[]>(
    (combinations, attribute) =>
      combinations.flatMap((combination) =>
        attribute.options.map((option) => [...combination, option]),
      ),
    [[]],
  );
}

function isListed(list: readonly string[], combination: readonly Option[]): boolean {
  return list.some((entry) =>
    entry.split('/').every((label, place) => label === '*' || label === combination[place]?.label),
  );
}

/** Prices rise from option to option, so that dropdowns show price suffixes as Magento prints them. */
function surcharge([first]: readonly Attribute[], [option]: readonly Option[]): number {
  return first && option ? 2 * first.options.indexOf(option) : 0;
}

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

/** The attributes of the shop. As in a real shop, one attribute has different options on different products. */
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
  widths: {
    id: '153',
    code: 'width',
    label: 'Width',
    drawnAs: 'select',
    options: [
      { id: '180', label: 'Narrow' },
      { id: '181', label: 'Regular' },
      { id: '182', label: 'Wide' },
    ],
  },
  fits: {
    ...fit,
    options: [
      { id: '174', label: 'Slim' },
      { id: '175', label: 'Regular' },
      { id: '176', label: 'Loose' },
    ],
  },
} satisfies Record<string, Attribute>;
