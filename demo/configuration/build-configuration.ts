import type { Child, ConfigurableProduct } from '../catalogue/product.ts';
import { listAttributes } from './list-attributes.ts';
import { listImages } from './list-images.ts';
import { listPrices } from './list-prices.ts';
import { listSalable } from './list-salable.ts';
import type { StoreSettings } from './store-settings.ts';

function byId<Value>(children: readonly Child[], read: (child: Child) => Value) {
  return Object.fromEntries(children.map((child) => [child.id, read(child)]));
}

/** The `jsonConfig` of swatches and the `spConfig` of dropdowns; Magento prints the same for both. */
export function buildConfiguration(product: ConfigurableProduct, settings: StoreSettings) {
  const isCurrent = settings.magento === '2.4.6';
  const isShown = settings.stock === 'shown';
  const inStock = product.children.filter((child) => child.inStock);
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
