/** How the button stands to its anchor; `instead` hides the anchor as long as the button is shown. */
export type Placement = 'after' | 'before' | 'inside' | 'instead';

/** One or more elements of the page and how the button stands to them. */
export interface Place {
  readonly anchor: string;
  readonly placement: Placement;
}

/** An element that a merchant put where the button shall go. */
export const PLACEHOLDER = '[data-back-in-stock]';

/**
 * Where the button goes on Luma when the merchant names no place: the first of these that the page
 * has. A sold-out simple product keeps its form but has no add-to-cart box in it.
 */
export const DEFAULT_PLACES: readonly Place[] = [
  { anchor: '#product_addtocart_form .box-tocart', placement: 'after' },
  { anchor: '#product_addtocart_form', placement: 'inside' },
];

/** What `hideAddToCart` hides: the button, in both of its forms, and the quantity that belongs to it. */
export const ADD_TO_CART =
  '#product-addtocart-button, #product-updatecart-button, #product_addtocart_form .field.qty';
