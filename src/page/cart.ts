import type { Watched } from './adapter.ts';
import { FORMS, findProductForm, isInArea, isOurs } from './areas.ts';

/** Add to Cart and Update Cart; a quick view may give their ids a beginning of its own. */
const NAMED = '[id$=product-addtocart-button], [id$=product-updatecart-button]';

/** Any other button that submits a form. */
const SUBMITS = '.tocart, [type=submit], [type=image], button:not([type])';

/** Buttons that themes put beside Add to Cart, for other lists than the cart. */
const OTHERS = '.towishlist, .tocompare, [formaction]';

/** What may be Add to Cart, as long as it is on the page. */
const WATCHED_BUTTONS = `${NAMED}, [form], :is(${FORMS}) :is(button, input)`;

/** Add to Cart itself. Outside of a form it belongs to one, or has Magento's id. */
export const WATCHED_CART: Watched = {
  elements: `${NAMED}, [form]`,
  formElements: `${SUBMITS}, [name^="super_group["]`,
  attributes: { disabled: WATCHED_BUTTONS, 'aria-disabled': WATCHED_BUTTONS },
};

/** Add to Cart: `open` when it can be pressed, `shut` when it is there and cannot, `none` when it is not there. */
export type Cart = 'open' | 'shut' | 'none';

/**
 * The buttons that put the product of an area into the cart: those in its form, those that stand outside and belong to
 * it, as in Hyvä, and those with Magento's id that stand in no form at all.
 */
export function listCartButtons(area: Element, form = findProductForm(area)): HTMLElement[] {
  const { contains, getAttribute }: Element = Object.getPrototypeOf(form ?? area);
  const id = form && getAttribute.call(form, 'id');
  const buttons: HTMLElement[] = [];
  for (const button of area.querySelectorAll<HTMLElement>(`${NAMED}, ${SUBMITS}`)) {
    // A page may have many buttons, of which few are in question.
    const isInForm =
      form && (contains.call(form, button) || (id && button.getAttribute('form') === id));
    if (!isInForm && (!button.matches(NAMED) || button.closest('form'))) continue;
    if (!button.matches(OTHERS) && !isOurs(button) && isInArea(area, button)) buttons.push(button);
  }
  return buttons;
}

/** Whether the product of an area can be put into the cart. The members of a grouped product have quantities. */
export function readCart(area: Element, form = findProductForm(area)): Cart {
  const { querySelector }: Element = Object.getPrototypeOf(form ?? area);
  if (form && querySelector.call(form, '[name^="super_group["]')) return 'open';
  let cart: Cart = 'none';
  for (const button of listCartButtons(area, form)) {
    if (!button.matches(':disabled, [aria-disabled=true]')) return 'open';
    cart = 'shut';
  }
  return cart;
}

/** Whether a tile has something that puts its product into the cart: Luma's form and button, Hyvä's button. */
export function hasCartButton(tile: Element): boolean {
  const found = tile.querySelectorAll('[data-role=tocart-form], .tocart, [data-addto=cart]');
  return [...found].some((element) => !isOurs(element));
}

/** The fields that a form sends. Buttons are left out: the quantity's stepper may be made of them. */
const FIELD = 'input:not([type=hidden], [type=button]), select, textarea';

/** What a quantity's box may hold beside the field. */
const OWN = 'label, button, [type=button], [role=button], svg, script, style, template';

/**
 * Returns a quantity field with everything that belongs to it: the outermost box around the field that holds no other
 * field, no button to add to the cart and no unrelated text, and the field's labels outside of that box.
 */
export function findQuantity(
  field: HTMLInputElement,
  cartButtons: readonly Element[],
): HTMLElement[] {
  let box: HTMLElement = field;
  for (
    let outer = box.parentElement;
    outer && !outer.matches('form, body') && isOwn(outer, box, field, cartButtons);
    outer = box.parentElement
  ) {
    box = outer;
  }
  return [box, ...[...(field.labels ?? [])].filter((label) => !box.contains(label))];
}

function isOwn(
  outer: Element,
  inner: Element,
  field: Element,
  cartButtons: readonly Element[],
): boolean {
  if (cartButtons.some((button) => outer.contains(button))) return false;
  if ([...outer.querySelectorAll(FIELD)].some((other) => other !== field)) return false;
  if (outer.querySelector('.price, [data-price-amount]')) return false;
  if (/qty|quantity/i.test(outer.className)) return true;
  return [...outer.childNodes].every((node) => {
    if (node === inner || (node instanceof Element && node.matches(OWN))) return true;
    return node.nodeType === Node.COMMENT_NODE || !/[\p{L}\p{N}]/u.test(node.textContent ?? '');
  });
}
