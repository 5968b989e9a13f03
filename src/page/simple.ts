import { isParent } from '../product/offer.ts';
import type { PageAdapter } from './adapter.ts';
import { findInArea, isProductPage, listInForm } from './areas.ts';
import { readProvidedProduct } from './luma-configuration.ts';
import { readAmount, readProductIdentity } from './product-identity.ts';
import { readStock } from './stock.ts';

/**
 * Types whose own id must never be subscribed to. Magento names them on the body; the elements are
 * for themes that changed its classes.
 */
const OTHER_TYPES =
  'body.page-product-configurable, body.page-product-grouped, [data-role=swatch-options], select.super-attribute-select, #super-product-table';

/** What sends the choice of a configurable, however a theme draws it. */
const CHOICE = '[name^=super_attribute]';

const BUNDLE = 'body.page-product-bundle, #bundle-slide';

/** What themes name on the body of products that are sold as a whole. */
const WHOLE = `${BUNDLE}, body.page-product-simple, body.page-product-virtual, body.page-product-downloadable`;

/**
 * What is sold as a whole: simple, virtual, downloadable and bundle products. They are their own only
 * variant.
 */
export const simpleAdapter: PageAdapter = {
  matches: (area) => !findInArea(area, OTHER_TYPES) && !listInForm(area, CHOICE).length,
  watched: {
    elements: '#bundle-slide',
    formElements: CHOICE,
    attributes: { class: `${WHOLE}, body` },
  },

  read(area, reading) {
    const { identity = readProductIdentity(area) } = reading;
    if (!identity) return undefined;
    const { id, sku } = identity;
    const { isSoldOut, confirmation } = readStock(area, reading);
    const isKnown = () => id && confirmation !== 'required' && isSoldAsWhole(area, id);
    const isIncomplete = isSoldOut && !isKnown();
    return {
      ...identity,
      type: findInArea(area, BUNDLE) ? 'bundle' : 'simple',
      attributes: [],
      variants: isIncomplete ? [] : [{ id, sku, options: {}, salable: !isSoldOut }],
      isIncomplete,
      isDoubtful: confirmation === 'wanted',
    };
  },
};

/**
 * Whether the product is certainly none of several. A quick view does not say so by its markup, and could be that of a
 * sold-out configurable; and so could a page of a theme that changed the classes of the body. But a configurable without
 * a child to buy has no price in Luma, and costs nothing in Hyvä.
 */
function isSoldAsWhole(area: Element, id: string): boolean {
  const type = readProvidedProduct(area, id)?.type;
  if (type) return !isParent(type);
  return (
    isProductPage(area) &&
    (findInArea(area, WHOLE) !== undefined || /[1-9]/.test(readAmount(area, id)))
  );
}

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
