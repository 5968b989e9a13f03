import { isParent } from '../product/catalogue-id.ts';
import type { PageAdapter } from './adapter.ts';
import { findInArea, isProductPage } from './areas.ts';
import { readProductIdentity } from './product-identity.ts';
import { readProviderType } from './provider-type.ts';
import { isUnavailable } from './stock-label.ts';

/**
 * Types whose own id must never be subscribed to. Magento names them on the body; the elements are
 * for themes that changed its classes.
 */
const OTHER_TYPES =
  'body.page-product-configurable, body.page-product-grouped, [data-role=swatch-options], select.super-attribute-select, #super-product-table';

const BUNDLE = 'body.page-product-bundle, #bundle-slide';

/**
 * What is sold as a whole: simple, virtual, downloadable and bundle products. They are their own only
 * variant, and the stock label is the whole truth.
 */
export const simpleAdapter: PageAdapter = {
  matches: (area) => !findInArea(area, OTHER_TYPES),

  read(area, remember) {
    const identity = readProductIdentity(area);
    if (!identity) return undefined;
    const salable = !isUnavailable(area);
    const { id, sku } = identity;
    // A quick view does not tell its product's type, and could be that of a sold-out configurable; and so
    // could a page whose theme has changed the classes of the body.
    const isIncomplete =
      !salable && !(id && isProductPage(area) && !isParent(readProviderType(area, id, remember)));
    return {
      ...identity,
      type: findInArea(area, BUNDLE) ? 'bundle' : 'simple',
      attributes: [],
      variants: isIncomplete ? [] : [{ id, sku, options: {}, salable }],
      isIncomplete,
    };
  },
};
