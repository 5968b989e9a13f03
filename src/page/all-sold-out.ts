import type { PageAdapter } from './adapter.ts';
import { readProductIdentity } from './product-identity.ts';
import { isUnavailable } from './stock-label.ts';

/**
 * A configurable of which every child is sold out: Magento prints no options and no configuration, only
 * the label. What the children are is not on the page.
 */
export const allSoldOutAdapter: PageAdapter = {
  matches: (area) =>
    area.querySelector('body.page-product-configurable') !== null && isUnavailable(area),

  read(area) {
    const identity = readProductIdentity(area);
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
