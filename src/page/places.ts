import { findInArea, isInArea, listInArea } from './areas.ts';
import { findLine } from './line.ts';
import { findQuantity } from './quantity.ts';

/** How the button stands to its anchor; `instead` hides the anchor as long as the button is shown. */
export type Placement = 'after' | 'before' | 'inside' | 'instead';

/** The elements at which a button goes, and how it stands to them. */
export interface Places {
  readonly anchors: readonly Element[];
  readonly placement: Placement;
}

/** A place that is known by a selector; `line` is the line after the one that the element stands in. */
type Standard = readonly [selector: string, placement: Placement | 'line'];

/** Quick views may give the form's id a beginning of their own. */
const FORM = '[id$=product_addtocart_form]';

const PRICE = '[id^=product-price-], [x-data^=initPrice]';

/**
 * Where the button goes when the merchant names no place: the first of these that the area has. A
 * bundle's form lies below the fold; a sold-out simple product keeps its form in Luma, but without a box
 * to add it to the cart. In Hyvä it has none at all, and then that box would stand beside the price.
 */
const STANDARD: readonly Standard[] = [
  ['.page-product-bundle .product-info-price', 'after'],
  [`${FORM} .box-tocart`, 'after'],
  [FORM, 'inside'],
  [PRICE, 'line'],
  ['.stock.unavailable', 'line'],
  ['.attribute-sku', 'line'],
];

/** An extension's own quick view may have a form by any name, or nothing of all that but the tag with product data. */
const IN_QUICK_VIEW: readonly Standard[] = [
  ['.box-tocart', 'after'],
  ['form[data-product-sku]', 'inside'],
  ...STANDARD,
  ['script[data-back-in-stock-product]', 'after'],
];

/**
 * The same in a tile. Luma shows the last part of a tile, the stock label in it, only as long as the pointer is on
 * the tile, and over what comes after it.
 */
const IN_TILE: readonly Standard[] = [
  ['.product-item-inner', 'before'],
  ['.stock.unavailable', 'line'],
  ['.price-box', 'line'],
  ['.product-item-name, .product-item-link', 'line'],
];

/** Placeholders beat the merchant's anchor, and that beats the standard places. */
export function findPlaces(
  area: Element,
  { anchor, placement }: { readonly anchor: string; readonly placement: Placement },
  given: ReadonlySet<Element>,
): Places {
  const placeholders = [...given, ...area.querySelectorAll('[data-back-in-stock]')];
  const anchors = placeholders.filter((element) => isInArea(area, element));
  if (anchors.length) return { anchors, placement: 'inside' };
  if (anchor) {
    // The button itself may match: it has the classes of the theme.
    const matches = listInArea(area, anchor);
    return { anchors: matches.filter((match) => !match.closest('.back-in-stock')), placement };
  }
  return findStandard(area) ?? { anchors: [], placement };
}

function findStandard(area: Element): Places | undefined {
  const isTile = area.matches('.product-item');
  const isQuickView = area.parentElement !== null;
  for (const [selector, placement] of isTile ? IN_TILE : isQuickView ? IN_QUICK_VIEW : STANDARD) {
    const element = findInArea(area, selector);
    if (!element) continue;
    if (placement !== 'line') return { anchors: [element], placement };
    return { anchors: [findLine(element, area)], placement: 'after' };
  }
  return undefined;
}

/** The button to add to the cart, in both of its forms, and with or without an id as Hyvä had it. */
const CART_BUTTON =
  '[id$=product-addtocart-button], [id$=product-updatecart-button], [type=submit][form$=product_addtocart_form]';

/** Luma's box around the quantity. */
const QUANTITY = `${FORM} .field.qty`;

/** What `hideAddToCart` hides: the button, and the quantity that belongs to it. */
export function findAddToCart(area: Element): Iterable<HTMLElement> {
  const fields = listInArea(area, `${FORM} [name=qty], [name=qty][form$=product_addtocart_form]`);
  return [
    ...listInArea(area, `${CART_BUTTON}, ${QUANTITY}`),
    ...fields
      .filter((field) => !field.closest(QUANTITY))
      .flatMap((field) => findQuantity(field as HTMLInputElement, CART_BUTTON)),
  ];
}
