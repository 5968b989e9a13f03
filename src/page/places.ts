/** How the button stands to its anchor; `instead` hides the anchor as long as the button is shown. */
export type Placement = 'after' | 'before' | 'inside' | 'instead';

/** The elements at which a button goes, and how it stands to them. */
export interface Places {
  readonly anchors: readonly Element[];
  readonly placement: Placement;
}

/**
 * Where the button goes on Luma when the merchant names no place: the first of these that the page
 * has. A sold-out simple product keeps its form but has no add-to-cart box in it.
 */
const LUMA: readonly (readonly [selector: string, placement: Placement])[] = [
  ['#product_addtocart_form .box-tocart', 'after'],
  ['#product_addtocart_form', 'inside'],
];

/** Placeholders beat the merchant's anchor, and that beats the places of Luma. */
export function findPlaces(
  page: Document,
  { anchor, placement }: { readonly anchor: string; readonly placement: Placement },
  given: ReadonlySet<Element>,
): Places {
  const placeholders = [...given, ...page.querySelectorAll('[data-back-in-stock]')];
  const anchors = placeholders.filter((element) => element.isConnected);
  if (anchors.length) return { anchors, placement: 'inside' };
  if (anchor) {
    // The button itself may match: it has the classes of the theme.
    const matches = [...page.querySelectorAll(anchor)];
    return { anchors: matches.filter((match) => !match.closest('.back-in-stock')), placement };
  }
  for (const [selector, placement] of LUMA) {
    const element = page.querySelector(selector);
    if (element) return { anchors: [element], placement };
  }
  return { anchors: [], placement };
}

/** What `hideAddToCart` hides: the button, in both of its forms, and the quantity that belongs to it. */
export function findAddToCart(page: Document): Iterable<HTMLElement> {
  return page.querySelectorAll<HTMLElement>(
    '#product-addtocart-button, #product-updatecart-button, #product_addtocart_form .field.qty',
  );
}
