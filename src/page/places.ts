import { findInArea, isInArea, listInArea } from './areas.ts';

/** How the button stands to its anchor; `instead` hides the anchor as long as the button is shown. */
export type Placement = 'after' | 'before' | 'inside' | 'instead';

/** The elements at which a button goes, and how it stands to them. */
export interface Places {
  readonly anchors: readonly Element[];
  readonly placement: Placement;
}

/**
 * Where the button goes when the merchant names no place: the first of these that the area has. A
 * bundle's form lies below the fold; a sold-out simple product keeps its form in Luma, but without a box
 * to add it to the cart; in Hyvä it has none at all, and neither has a tile.
 */
const STANDARD: readonly (readonly [selector: string, placement: Placement])[] = [
  ['.page-product-bundle .product-info-price', 'after'],
  ['#product_addtocart_form .box-tocart', 'after'],
  ['#product_addtocart_form', 'inside'],
  ['.stock.unavailable', 'after'],
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
  for (const [selector, standard] of STANDARD) {
    const element = findInArea(area, selector);
    if (element) return { anchors: [element], placement: standard };
  }
  return { anchors: [], placement };
}

/** What `hideAddToCart` hides: the button, in both of its forms, and the quantity that belongs to it. */
export function findAddToCart(area: Element): Iterable<HTMLElement> {
  return listInArea(
    area,
    '#product-addtocart-button, #product-updatecart-button, #product_addtocart_form .field.qty',
  );
}
