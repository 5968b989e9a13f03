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

/** The fields that send the chosen options of a configurable, in every theme. */
const CHOICE = '[name^=super_attribute]';

const BUNDLE = 'body.page-product-bundle, #bundle-slide';

/** What marks a product that is sold as a whole: the classes of the body, or the button of a bundle. */
const WHOLE = `${BUNDLE}, body.page-product-simple, body.page-product-virtual, body.page-product-downloadable`;

/**
 * What is sold as a whole: simple, virtual, downloadable and bundle products. They are their own only
 * variant.
 */
export const simpleAdapter: PageAdapter = {
  matches: (area, { form }) =>
    !findInArea(area, OTHER_TYPES) && !listInForm(area, CHOICE, form).length,
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
 * Whether the product is certainly not a configurable or grouped one. The markup of a quick view does not show this: the
 * product could be a sold-out configurable. The same is true of a page whose theme changed the classes of the body. But a
 * price above 0 on a product page is proof: a configurable without a salable child has no price in Luma, and 0 in Hyvä.
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
