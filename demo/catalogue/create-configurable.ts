import type { Attribute, Child, ConfigurableProduct, Option } from './product.ts';

interface Recipe extends Omit<ConfigurableProduct, 'type' | 'children'> {
  /** Magento numbers the children before their parent. */
  readonly firstChildId: number;
  /** Labels joined by a slash, such as `Red/42`; `Blue/*` means every combination with Blue. */
  readonly soldOut: readonly string[];
  /** Combinations that were never made. */
  readonly missing?: readonly string[];
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

/** Prices rise from option to option, so that dropdowns show Magento's price suffixes. */
function surcharge([first]: readonly Attribute[], [option]: readonly Option[]): number {
  return first && option ? 2 * first.options.indexOf(option) : 0;
}

/** Builds a configurable product with one child for each combination of options. */
export function createConfigurable(recipe: Recipe): ConfigurableProduct {
  const { firstChildId, soldOut, missing = [], ...basics } = recipe;
  const made = combine(recipe.attributes).filter((options) => !isListed(missing, options));
  const children = made.map(
    (options, place): Child => ({
      id: String(firstChildId + place),
      sku: [recipe.sku, ...options.map((option) => option.label.toUpperCase())].join('-'),
      // What Magento calls the children that it makes itself.
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
