import {
  type Attribute,
  type Child,
  type ConfigurableProduct,
  childImageAddress,
  type Option,
} from './product.ts';
import { isInStock } from './stock.ts';

/** The settings of a merchant's Magento that change the shape of the configuration. */
export interface StoreSettings {
  /** Stores > Configuration > Inventory > Display Out of Stock Products. */
  readonly stock: 'shown' | 'hidden';
  readonly magento: '2.4.6' | '2.4.1' | '2.3.5';
}

/** The `jsonConfig` of swatches, which is also the `spConfig` of dropdowns. */
export function buildConfiguration(product: ConfigurableProduct, settings: StoreSettings) {
  const isCurrent = settings.magento === '2.4.6';
  const isShown = settings.stock === 'shown';
  const inStock = product.children.filter(isInStock);
  const present = isShown ? product.children : inStock;
  // Before 2.4.4 Magento listed only what can be bought, even when the rest was shown.
  const listed = isCurrent ? present : inStock;
  return {
    attributes: listAttributes(product, listed),
    template: '$<%- data.price %>',
    currencyFormat: '$%s',
    optionPrices: byId(present, (child) => ({
      ...listPrices(child.price),
      tierPrices: [],
      msrpPrice: { amount: 0 },
    })),
    priceFormat: {
      pattern: '$%s',
      precision: 2,
      requiredPrecision: 2,
      decimalSymbol: '.',
      groupSymbol: ',',
      groupLength: 3,
      integerRequired: false,
    },
    prices: listPrices(product.price),
    productId: product.id,
    chooseText: 'Choose an Option...',
    images: listImages(product, present),
    index: byId(present, (child) => child.choice),
    ...(isCurrent && {
      salable: isShown ? listSalable(product) : [],
      canDisplayShowOutOfStockStatus: isShown,
      channel: 'website',
      salesChannelCode: 'base',
      sku: byId(present, (child) => child.sku),
    }),
  };
}

function byId<Value>(children: readonly Child[], read: (child: Child) => Value) {
  return Object.fromEntries(children.map((child) => [child.id, read(child)]));
}

/** The `attributes` of the configuration: each option with the ids of the children that have it. */
function listAttributes(product: ConfigurableProduct, listed: readonly Child[]) {
  const entries = product.attributes.map((attribute, position) => {
    const options = attribute.options.map((option) => ({
      id: option.id,
      label: option.label,
      products: listIdsWith(listed, attribute, option),
    }));
    const { id, code, label } = attribute;
    return [id, { id, code, label, options, position: String(position) }] as const;
  });
  return Object.fromEntries(entries);
}

/** The ids of the children with an option. */
function listIdsWith(
  children: readonly Child[],
  attribute: Attribute,
  option: Option,
): readonly string[] {
  return children.filter(({ choice }) => choice[attribute.id] === option.id).map(({ id }) => id);
}

type SalableByOption = Record<string, readonly string[]>;

/** The `salable` map. An option that is fully sold out has no key, as in Magento. */
function listSalable(product: ConfigurableProduct): Record<string, SalableByOption> {
  const inStock = product.children.filter(isInStock);
  const salable: Record<string, SalableByOption> = {};
  for (const attribute of product.attributes) {
    for (const option of attribute.options) {
      const ids = listIdsWith(inStock, attribute, option);
      if (ids.length > 0) salable[attribute.id] = { ...salable[attribute.id], [option.id]: ids };
    }
  }
  return salable;
}

/** The prices of the parent, and of each child, which has two more keys. */
function listPrices(price: number) {
  return {
    baseOldPrice: { amount: price },
    oldPrice: { amount: price },
    basePrice: { amount: price },
    finalPrice: { amount: price },
  };
}

/** The pictures of each child. PHP prints an empty map as a list, so a product without colours gives `[]`. */
function listImages(product: ConfigurableProduct, listed: readonly Child[]) {
  if (!product.attributes.some(({ code }) => code === 'color')) return [];
  return byId(listed, (child) => [listImage(childImageAddress(product, child))]);
}

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

/** The `jsonSwatchConfig`, which says which options are drawn as swatches, and how. */
export function buildSwatchConfiguration(product: ConfigurableProduct, settings: StoreSettings) {
  const inStock = product.children.filter(isInStock);
  const isDrawn = (attribute: Attribute, option: Option): boolean =>
    settings.stock === 'shown' || listIdsWith(inStock, attribute, option).length > 0;
  return Object.fromEntries(
    product.attributes
      .filter((attribute) => attribute.drawnAs === 'swatch')
      .map((attribute) => [
        attribute.id,
        Object.fromEntries(
          attribute.options
            .filter((option) => isDrawn(attribute, option))
            .map((option) => [option.id, describeSwatch(option)]),
        ),
      ]),
  );
}

/** Magento writes the type as a number: 0 for a text, 1 for a colour. */
function describeSwatch(option: Option) {
  return {
    type: option.colour === undefined ? '0' : '1',
    value: option.colour ?? option.label,
    label: option.label,
  };
}
