import type { Attribute, ConfigurableProduct, Option } from '../catalogue/product.ts';
import type { StoreSettings } from './store-settings.ts';

const COLOUR_SWATCH = '1';
const TEXT_SWATCH = '0';

function describe(option: Option) {
  return {
    type: option.colour === undefined ? TEXT_SWATCH : COLOUR_SWATCH,
    value: option.colour ?? option.label,
    label: option.label,
  };
}

/** The `jsonSwatchConfig`: which options are drawn as swatches, and how. */
export function buildSwatchConfiguration(product: ConfigurableProduct, settings: StoreSettings) {
  const isDrawn = (attribute: Attribute, option: Option): boolean =>
    settings.stock === 'shown' ||
    product.children.some((child) => child.inStock && child.choice[attribute.id] === option.id);
  return Object.fromEntries(
    product.attributes
      .filter((attribute) => attribute.drawnAs === 'swatch')
      .map((attribute) => [
        attribute.id,
        Object.fromEntries(
          attribute.options
            .filter((option) => isDrawn(attribute, option))
            .map((option) => [option.id, describe(option)]),
        ),
      ]),
  );
}
