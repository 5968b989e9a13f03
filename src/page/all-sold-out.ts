import type { PageAdapter } from './adapter.ts';
import { readProductIdentity } from './product-identity.ts';
import { readStock } from './stock.ts';

/**
 * A configurable of which every child is sold out: Magento prints no options and no configuration, only
 * the label. What the children are is not on the page.
 */
export const allSoldOutAdapter: PageAdapter = {
  watched: { attributes: { class: 'body.page-product-configurable, body' } },

  matches: (area, reading) =>
    area.querySelector('body.page-product-configurable') !== null &&
    readStock(area, reading).isSoldOut,

  read(area, { identity = readProductIdentity(area) }) {
    return (
      identity && {
        ...identity,
        type: 'configurable',
        attributes: [],
        variants: [],
        isIncomplete: true,
      }
    );
  },
};
